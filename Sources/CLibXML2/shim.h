/* The door to libxml2's HTML parser (2.9 and later). Everything behind it is used by one Swift file. */
#include <libxml/xmlversion.h>
/* The headers would bring in Debian's ICU, whose names Swift's own ICU has too; nothing here uses it. */
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/tree.h>

/* Two of libxml2's structures name their members with words that Swift keeps for itself or with unions; what is needed
   of them is read here. */
static inline const char *sohieu_node_text(xmlNodePtr node) { return (const char *)node->content; }
static inline int sohieu_node_is_element(xmlNodePtr node) { return node->type == XML_ELEMENT_NODE; }
static inline int sohieu_node_is_text(xmlNodePtr node) {
    return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
}
static inline int sohieu_node_is_comment(xmlNodePtr node) { return node->type == XML_COMMENT_NODE; }
