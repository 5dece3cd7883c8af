import Content
import Digests
import Reading
import Site

extension Site {
    /// The files that are made from the digests of all others: the service worker, and the list `SHA256SUMS`, which names
    /// the worker too.
    ///
    /// - Parameter bytes: size of all others, but for copies.
    package func sealing(_ checksums: Checksums, bytes: Int) -> [(path: String, bytes: [UInt8])] {
        let size = bytes + collection.files.reduce(0) { $0 + $1.size }
        guard let worker = OfflineFiles(site: self).worker(checksums, bytes: size) else {
            return [(Checksums.fileName, Array(checksums.text.utf8))]
        }
        var checksums = checksums
        checksums.digests[ReservedPaths.worker] = SHA256.digest(of: worker)
        return [(ReservedPaths.worker, worker), (Checksums.fileName, Array(checksums.text.utf8))]
    }
}
