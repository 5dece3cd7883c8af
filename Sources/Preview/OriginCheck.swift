/// Refuses requests that pages of other origins make in the reader's browser.
///
/// Such pages cannot read the answers, but they can ask: a thousand times, or to learn from how long it takes. Following
/// a link to the preview is allowed. Source: W3C, Fetch Metadata Request Headers; RFC 6454.
enum OriginCheck {
    /// Whether a request comes from the preview's own pages, from the reader, or from a program that is no browser.
    static func allows(_ request: RequestHead) -> Bool {
        let origins = request.values("origin")
        let host = request.values("host").first ?? ""
        guard origins.allSatisfy({ $0.lowercased() == "http://" + host.lowercased() }) else { return false }
        let sites = request.values("sec-fetch-site")
        if sites.allSatisfy({ $0 == "same-origin" || $0 == "none" }) { return true }
        return request.values("sec-fetch-mode") == ["navigate"] && request.values("sec-fetch-dest") == ["document"]
    }
}
