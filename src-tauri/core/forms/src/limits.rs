//! What a file may cost at most. Every reader here is held to one [`Limits`]; a file beyond them is refused with a
//! sentence, never half read.

/// Bounds for one file. The defaults leave room for a gazette of a thousand pages and stop what was made to harm.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file itself. Default 64 MB.
    pub file_bytes: u64,
    /// Characters of the text that comes out. Default 32 million.
    pub text_chars: usize,
    /// Entries of a zip package. Default 4096.
    pub package_entries: usize,
    /// Bytes that all parts read from one package (or all streams of one PDF) unpack to, together. Default 256 MB.
    pub unpacked_bytes: u64,
    /// How many times larger than its packed bytes a part or a stream may grow, once it is past one megabyte.
    /// Default 200: real papers stay under 60, a made-up bomb reaches 1000.
    pub unpack_ratio: u64,
    /// Depth of elements in XML, of groups in RTF and of nested objects in PDF. Default 256.
    pub depth: usize,
    /// Pages of a PDF or an OFD. Default 20 000.
    pub pages: usize,
    /// Rows of a table that is read. Default 100 000.
    pub table_rows: usize,
    /// Columns of a table that are looked at. Default 256.
    pub table_columns: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file_bytes: 64 << 20,
            text_chars: 32_000_000,
            package_entries: 4096,
            unpacked_bytes: 256 << 20,
            unpack_ratio: 200,
            depth: 256,
            pages: 20_000,
            table_rows: 100_000,
            table_columns: 256,
        }
    }
}
