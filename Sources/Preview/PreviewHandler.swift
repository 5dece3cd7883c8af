import Diagnostics
import Foundation

/// Answers one request: a file of the site, rendered now, or one of the preview's own.
struct PreviewHandler: Sendable {
    let session: PreviewSession
    let templates: PreviewTemplates
    let hosts: HostCheck

    func answer(_ request: RequestHead) async -> Response {
        let names = request.values("host")
        guard names.count == 1 else { return refusal(.malformed) }
        guard hosts.allows(names[0]) else { return refusal(.host) }
        guard OriginCheck.allows(request) else { return refusal(.origin) }
        guard ["GET", "HEAD"].contains(request.method) else {
            var response = refusal(.method)
            response.fields.append(("Allow", "GET, HEAD"))
            return response
        }
        guard !request.hasBody else { return refusal(.body) }
        await session.firstLoad()
        switch RequestPath(target: request.path) {
        case .preview(let name): return await previewFile(name)
        case .file(let path): return await siteFile(path)
        case nil: return await missing()
        }
    }

    /// The answer to what is not answered.
    func refusal(_ refusal: RequestRefusal) -> Response { sentence(refusal.status, refusal.message) }

    private func siteFile(_ path: String) async -> Response {
        // Asked for before the site, so that a page made from a newer one loads again rather than never.
        let version = await session.state.site
        guard let site = await session.site else { return missingSite(version) }
        if let bytes = await site.bytes(at: path) {
            let type = ContentType.of(path)
            return type == ContentType.html ? page(bytes, version) : file(bytes, type)
        }
        if await site.bytes(at: path + "/index.html") != nil {
            var response = file([], ContentType.text, status: .temporaryRedirect)
            let encoded = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? ""
            response.fields.append(("Location", "/" + encoded + "/"))
            return response
        }
        return await missing()
    }

    private func previewFile(_ name: String) async -> Response {
        switch name {
        case "events":
            var response = file([], "text/event-stream")
            response.body = .stream(EventStream.pieces(await session.states()))
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

    private func ownFile(_ bytes: [UInt8]?, _ type: String) -> Response {
        guard let bytes else {
            let message = Message(
                vi: "một tệp trong \(templates.folder) thiếu hoặc viết sai",
                en: "a file of \(templates.folder) is missing or broken"
            )
            return sentence(.internalServerError, message)
        }
        return file(bytes, type)
    }

    /// The site's own page for addresses that lead nowhere, or ours.
    private func missing() async -> Response {
        let version = await session.state.site
        if let bytes = await session.site?.bytes(at: "404.html") { return page(bytes, version, status: .notFound) }
        let notice = templates.notice(
            title: Message(vi: "Không có trang này", en: "There is no such page"),
            text: Message(
                vi: "Địa chỉ này không dẫn tới tệp nào của trang.", en: "The address leads to no file of the site.")
        )
        return page(notice ?? [], version, status: .notFound)
    }

    private func missingSite(_ version: String) -> Response {
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
    private func page(_ bytes: [UInt8], _ version: String, status: Response.Status = .ok) -> Response {
        var bytes = bytes
        let end = bytes.lastRange(of: "</body>".utf8)?.lowerBound ?? bytes.endIndex
        bytes.insert(contentsOf: templates.tag(version: version) ?? [], at: end)
        return file(bytes, ContentType.html, status: status)
    }

    private func sentence(_ status: Response.Status, _ message: Message) -> Response {
        file(Array((message.text(in: templates.language) + "\n").utf8), ContentType.text, status: status)
    }

    private func file(_ bytes: [UInt8], _ type: String, status: Response.Status = .ok) -> Response {
        let fields = [
            ("Content-Type", type),
            ("Cache-Control", "no-store"),
            ("X-Content-Type-Options", "nosniff"),
            // Drafts are nobody else's: a page of another origin must not load them as scripts or pictures.
            ("Cross-Origin-Resource-Policy", "same-origin"),
        ]
        return Response(status: status, fields: fields, body: .bytes(bytes))
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
