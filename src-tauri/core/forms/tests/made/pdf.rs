//! A PDF of these objects, numbered from 1; the first is its catalogue.

/// An object: a dictionary, or one with the bytes of a stream.
pub enum Made {
    Plain(String),
    Stream(String, Vec<u8>),
}

pub fn plain(text: impl Into<String>) -> Made {
    Made::Plain(text.into())
}

pub fn stream(dict: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Made {
    Made::Stream(dict.into(), bytes.into())
}

pub fn file(objects: &[Made], trailer: &str) -> Vec<u8> {
    let mut out = b"%PDF-1.5\n%\xE2\xE3\xCF\xD3\n".to_vec();
    for (number, object) in (1..).zip(objects) {
        out.extend(format!("{number} 0 obj\n").bytes());
        match object {
            Made::Plain(text) => out.extend(text.bytes()),
            Made::Stream(dict, bytes) => {
                out.extend(format!("<<{dict} /Length {}>>\nstream\n", bytes.len()).bytes());
                out.extend(bytes);
                out.extend(b"\nendstream");
            }
        }
        out.extend(b"\nendobj\n");
    }
    out.extend(format!("trailer\n<</Root 1 0 R {trailer}>>\nstartxref\n0\n%%EOF\n").bytes());
    out
}

/// One page with this font and these operators.
pub fn page(font: &str, content: &[u8]) -> Vec<u8> {
    file(
        &[
            plain("<</Type/Catalog/Pages 2 0 R>>"),
            plain("<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 595 842]>>"),
            plain("<</Type/Page/Parent 2 0 R/Contents 5 0 R/Resources<</Font<</F1 4 0 R>>>>>>"),
            plain(font),
            stream("", content),
            stream("", to_unicode()),
        ],
        "",
    )
}

/// A map for three codes.
pub fn to_unicode() -> &'static str {
    "1 begincodespacerange <0000> <ffff> endcodespacerange 3 beginbfchar <0001> <4EFB> <0002> <547D> <0003> <D842DFB7> endbfchar"
}

/// A composite font of this encoding, not in the file.
pub fn composite(encoding: &str, ordering: &str, more: &str) -> String {
    format!(
        "<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/{encoding}/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering({ordering})/Supplement 2>>/DW 1000>>]{more}>>"
    )
}

pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02X}")).collect()
}
