# Sourced by the other scripts: how they speak to whoever runs them.

# say VIETNAMESE ENGLISH: one line in each language, on standard output.
say() {
    printf '%s\n%s\n' "▸ $1" "  $2"
}

# refuse VIETNAMESE ENGLISH: the same on standard error, and the end of the run.
refuse() {
    printf '%s\n%s\n' "✗ $1" "  $2" >&2
    exit 2
}
