/* The door to the message digests of OpenSSL's libcrypto (3.0 and later). Everything behind it is used by one Swift file. */
#include <openssl/evp.h>
