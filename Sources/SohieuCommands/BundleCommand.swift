import ArgumentParser
import Bundles
import Diagnostics
import Digests
import Foundation
import OfficialDocuments
import Output
import Pipeline
import Reading
import Site
import SiteTemplates

/// `sohieu bundle`: the content folder becomes one zip file for a USB stick; or a copy is checked.
struct BundleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bundle",
        abstract: .spoken(
            vi: "Đóng gói trang web thành một tệp .zip để mang đi bằng USB, hoặc kiểm tra một bản đã chép.",
            en: "Packs the site into one .zip to carry on a USB stick, or checks a copy."),
        discussion: .spoken(
            vi: """
                Ví dụ:
                  sohieu bundle                           gói đầy đủ
                  sohieu bundle --since CU/SHA256SUMS     gói cập nhật: chỉ tệp mới và tệp đã đổi so với gói cũ
                  sohieu bundle --verify THU-MUC          tệp nào hỏng, thiếu, thừa; kết thúc bằng 0 nếu nguyên vẹn, 1 nếu không
                """,
            en: """
                Examples:
                  sohieu bundle                           a full bundle
                  sohieu bundle --since OLD/SHA256SUMS    an update: only what is new or changed since an older bundle
                  sohieu bundle --verify FOLDER           which files are broken, missing or added; ends with 0 or 1
                """)
    )

    @OptionGroup var content: ContentOptions

    @Option(
        name: [.short, .customLong("output")],
        help: .spoken(
            vi: "Tệp .zip (mặc định: tên trang web và ngày).",
            en: "The .zip file (default: the site's name and the day)."))
    var output: String?

    @Option(
        help: .spoken(
            vi: "Tệp SHA256SUMS của một gói cũ: chỉ đóng gói tệp mới và tệp đã đổi.",
            en: "SHA256SUMS of an older bundle: packs only what is new or changed."))
    var since: String?

    @Option(
        help: .spoken(
            vi: "Kiểm tra một thư mục theo tệp SHA256SUMS trong đó, không đóng gói.",
            en: "Checks a folder by the SHA256SUMS in it; packs nothing."))
    var verify: String?

    @Flag(
        help: .spoken(
            vi: "Ghi đè cả khi tệp đang có không phải là gói của sohieu.",
            en: "Overwrites a file even if it is no bundle of sohieu's."))
    var force = false

    @OptionGroup var reporting: ReportingOptions

    @Flag(help: .spoken(vi: "In thời gian của từng bước.", en: "Prints how long each stage took."))
    var timings = false

    private var console: Console { content.languageOption.console }

    func validate() throws {
        if verify != nil, output != nil || since != nil {
            throw ValidationError(
                .spoken(vi: "--verify không đi cùng -o hay --since", en: "--verify goes with neither -o nor --since"))
        }
    }

    func run() async throws {
        if let verify { return try await check(verify) }
        let older = try since.map(readOlder)
        var (outcome, folder) = try await content.load()
        let diagnostics = outcome.diagnostics + SiteBundle.missingTemplates(in: folder)
        guard !reporting.report(diagnostics, to: console) else { throw refusal }
        guard let date = try content.buildOptions.today else {
            throw Failure(vi: "không rõ hôm nay là ngày nào", en: "the day of today is not known")
        }
        let site = outcome.site
        let jobs = try content.buildOptions.jobs
        let index = await outcome.timings.measure("index") { await site.searchIndex(jobs: jobs) }
        let bundle = SiteBundle(site: site, index: index, date: date, updating: older)
        let problems = bundle.diagnostics
        guard problems.isEmpty else {
            _ = reporting.report(problems, to: console, showsSource: false)
            throw refusal
        }
        let path = output ?? bundle.fileName
        let summary = try await outcome.timings.measure("pack") { try await pack(bundle, jobs, to: path) }
        if timings { outcome.timings.print(to: console) }
        let megabytes = String(format: "%.1f", Double(summary.bytes) / 1_000_000)
        content.conclude(
            Message(
                vi: "Đã đóng gói \(summary.files) tệp, \(megabytes) MB, vào \(path).",
                en: "Packed \(summary.files) files, \(megabytes) MB, into \(path)."))
        if summary.deletions > 0 {
            console.note(
                Message(
                    vi: "Bản cũ có \(summary.deletions) tệp cần xóa, ghi trong CAN-XOA.txt.",
                    en: "An older copy has \(summary.deletions) files to delete; CAN-XOA.txt lists them."))
        }
    }

    /// Says that nothing was packed; the end of the run.
    private var refusal: ExitCode {
        console.note(Message(vi: "Chưa đóng gói gì.", en: "Nothing packed."))
        return .contentErrors
    }

    private func pack(_ bundle: SiteBundle, _ jobs: Int, to path: String) async throws -> BundleWriter.Summary {
        let inputs = content.inputFolders
        do throws(OutputFault) {
            return try await BundleWriter(bundle: bundle, jobs: jobs)
                .write(to: path, apartFrom: inputs, isForced: force) { console.note($0.message) }
        } catch {
            throw Failure(error)
        }
    }

    private func readOlder(_ path: String) throws -> Checksums {
        let older = try read(String(decoding: try InputText.read(path), as: UTF8.self), of: path)
        guard SiteBundle.hasMade(older) else {
            throw Failure(
                vi: "\(path) không phải tệp SHA256SUMS ở thư mục ngoài cùng của một gói",
                en: "\(path) is not the SHA256SUMS at the top of a bundle")
        }
        return older
    }

    /// Reads a list of digests; lines that cannot be read are printed and end the run.
    private func read(_ text: String, of path: String) throws -> Checksums {
        do throws(Checksums.Malformed) {
            return try Checksums(parsing: text)
        } catch {
            _ = reporting.report(error.diagnostics(path: path), to: console)
            throw ExitCode.misuse
        }
    }

    // MARK: Checking a copy

    private func check(_ path: String) async throws {
        let (check, text) = try open(path)
        let checksums = try read(text, of: check.list)
        let findings = await check.findings(checksums, jobs: try content.buildOptions.jobs)
        let diagnostics = findings.map { check.diagnostic($0.path, $0.finding) }
        if !diagnostics.isEmpty {
            _ = try reporting.show(diagnostics, on: console, showsSource: false)
        }
        let count = checksums.digests.count
        guard reporting.stops(diagnostics) else {
            console.note(Message(vi: "Nguyên vẹn: \(count) tệp.", en: "Intact: \(count) files."))
            return
        }
        func number(_ isCounted: (FolderCheck.Finding) -> Bool) -> Int { findings.count { isCounted($0.finding) } }
        let (changed, missing, added) = (number { $0 == .changed }, number { $0 == .missing }, number { $0 == .added })
        let unread = number { if case .unreadable = $0 { true } else { false } }
        console.note(
            Message(
                vi: "Không nguyên vẹn: \(changed) hỏng, \(missing) thiếu, \(added) thừa, \(unread) không đọc được.",
                en: "Not intact: \(changed) changed, \(missing) missing, \(added) added, \(unread) could not be read."))
        throw ExitCode.contentErrors
    }

    private func open(_ path: String) throws -> (FolderCheck, text: String) {
        do throws(FolderCheck.Failure) {
            let check = try FolderCheck(path: path)
            return (check, try check.text())
        } catch {
            switch error {
            case .unlisted:
                throw Failure(
                    vi: "\(path) và các thư mục ngay trong đó không có tệp SHA256SUMS",
                    en: "there is no SHA256SUMS in \(path) or in a folder of it")
            case .ambiguous(let folders):
                throw Failure(
                    vi: "\(path) có nhiều bản; chọn một trong: \(folders.joined(separator: ", "))",
                    en: "\(path) has several copies; choose one of: \(folders.joined(separator: ", "))")
            case .unreadable(let path, let reason):
                throw Failure(OutputFault.unreadable(path: path, reason: reason))
            }
        }
    }
}
