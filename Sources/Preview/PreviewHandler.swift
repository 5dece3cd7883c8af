import Diagnostics
import FlyingFox
import Foundation

/// Answers one request: a file of the site, rendered now, or one of the preview's own.
struct PreviewHandler: HTTPHandler {
    let session: PreviewSession
    let templates: PreviewTemplates
    let hosts: HostCheck

    func handleRequest(_ request: HTTPRequest) async -> HTTPResponse {
        guard hosts.allows(request.headers[.host]) else {
            return refusal(
                .forbidden, Message(vi: "tên máy chủ này không được phép", en: "this host name is not allowed"))
        }
        guard [.GET, .HEAD].contains(request.method) else {
            var response = refusal(.methodNotAllowed, Message(vi: "chỉ nhận GET và HEAD", en: "only GET and HEAD"))
            response.headers[HTTPHeader("Allow")] = "GET, HEAD"
            return response
        }
        var response = await answer(request)
        if request.method == .HEAD {
            response.headers[.contentLength] = response.headers[.contentLength] ?? contentLength(of: response)
            response.payload = .httpBody(HTTPBodySequence())
        }
        return response
    }

    private func answer(_ request: HTTPRequest) async -> HTTPResponse {
        await session.firstLoad()
        switch RequestPath(target: request.target.path(percentEncoded: true)) {
        case .preview(let name): return await previewFile(name)
        case .file(let path): return await siteFile(path)
        case nil: return await missing()
        }
    }

    private func siteFile(_ path: String) async -> HTTPResponse {
        // Asked for before the site, so that a page made from a newer one loads again rather than never.
        let version = await session.state.site
        guard let site = await session.site else { return missingSite(version) }
        if let bytes = await site.bytes(at: path) {
            let type = ContentType.of(path)
            return type == ContentType.html ? page(bytes, version) : file(bytes, type)
        }
        if await site.bytes(at: path + "/index.html") != nil {
            var response = file([], ContentType.text, status: .movedPermanently)
            response.statusCode = .temporaryRedirect
            let encoded = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? ""
            response.headers[.location] = "/" + encoded + "/"
            return response
        }
        return await missing()
    }

    private func previewFile(_ name: String) async -> HTTPResponse {
        switch name {
        case "events":
            let stream = EventStream(states: await session.states())
            var response = file([], "text/event-stream")
            response.payload = .httpBody(HTTPBodySequence(from: stream))
            return response
        case PreviewTemplates.Name.script.rawValue: return ownFile(templates.bytes(.script), ContentType.script)
        case PreviewTemplates.Name.overlayStyle.rawValue:
            return ownFile(templates.bytes(.overlayStyle), ContentType.style)
        case "overlay.html":
            let (diagnostics, isShown) = (await session.diagnostics, await session.isShown)
            return ownFile(templates.overlay(diagnostics, isShown: isShown), ContentType.html)
        default: return await missing()
        }
    }

    private func ownFile(_ bytes: [UInt8]?, _ type: String) -> HTTPResponse {
        guard let bytes else {
            let message = Message(
                vi: "một tệp trong \(templates.folder) thiếu hoặc viết sai",
                en: "a file of \(templates.folder) is missing or broken"
            )
            return refusal(.internalServerError, message)
        }
        return file(bytes, type)
    }

    /// The site's own page for addresses that lead nowhere, or ours.
    private func missing() async -> HTTPResponse {
        let version = await session.state.site
        if let bytes = await session.site?.bytes(at: "404.html") { return page(bytes, version, status: .notFound) }
        let notice = templates.notice(
            title: Message(vi: "Không có trang này", en: "There is no such page"),
            text: Message(
                vi: "Địa chỉ này không dẫn tới tệp nào của trang.", en: "The address leads to no file of the site.")
        )
        return page(notice ?? [], version, status: .notFound)
    }

    private func missingSite(_ version: String) -> HTTPResponse {
        let notice = templates.notice(
            title: Message(vi: "Chưa có gì để xem", en: "Nothing to look at yet"),
            text: Message(
                vi: "Sửa các lỗi được liệt kê, trang sẽ tự hiện ra.",
                en: "Mend the problems listed, and the page appears by itself."
            )
        )
        return page(notice ?? [], version, status: .serviceUnavailable)
    }

    /// A page, with the script that loads it again.
    private func page(_ bytes: [UInt8], _ version: String, status: HTTPStatusCode = .ok) -> HTTPResponse {
        var bytes = bytes
        let end = bytes.lastRange(of: "</body>".utf8)?.lowerBound ?? bytes.endIndex
        bytes.insert(contentsOf: templates.tag(version: version) ?? [], at: end)
        return file(bytes, ContentType.html, status: status)
    }

    private func refusal(_ status: HTTPStatusCode, _ message: Message) -> HTTPResponse {
        file(Array((message.text(in: templates.language) + "\n").utf8), ContentType.text, status: status)
    }

    private func file(_ bytes: [UInt8], _ type: String, status: HTTPStatusCode = .ok) -> HTTPResponse {
        let headers: HTTPHeaders = [
            .contentType: type,
            .cacheControl: "no-store",
            HTTPHeader("X-Content-Type-Options"): "nosniff",
            // Drafts are nobody else's: a page of another origin must not load them as scripts or pictures.
            HTTPHeader("Cross-Origin-Resource-Policy"): "same-origin",
        ]
        return HTTPResponse(statusCode: status, headers: headers, body: Data(bytes))
    }

    private func contentLength(of response: HTTPResponse) -> String? {
        guard case .httpBody(let body) = response.payload else { return nil }
        return body.count.map(String.init)
    }
}

extension [UInt8] {
    /// The last place where `other` stands.
    fileprivate func lastRange(of other: some Collection<UInt8>) -> Range<Int>? {
        let other = Array(other)
        guard !other.isEmpty, count >= other.count else { return nil }
        for start in stride(from: count - other.count, through: 0, by: -1)
        where self[start..<start + other.count].elementsEqual(other) {
            return start..<start + other.count
        }
        return nil
    }
}
