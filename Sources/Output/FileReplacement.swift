import Content
import Diagnostics
import Disk
import Foundation

extension SourceFile {
    /// Puts other bytes in the place of a file, in one step, with the rights it has: readers see the old text or the new.
    public static func replace(_ path: String, with bytes: [UInt8]) throws(OutputFault) {
        do throws(POSIXError) {
            // A link stays one: the file it leads to is replaced.
            let file = try SystemCalls.realPath(path)
            let new = file + ".sohieu"
            do throws(POSIXError) {
                try SystemCalls.write(bytes, to: new)
                SystemCalls.adoptRights(of: file, by: new)
                try SystemCalls.move(new, to: file)
            } catch {
                try? SystemCalls.removeFile(new)
                throw error
            }
        } catch {
            throw OutputFault.unwritable(path: path, reason: error.words)
        }
    }
}
