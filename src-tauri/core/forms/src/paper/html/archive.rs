//! A web archive: mail-like fields, parts between boundaries, their transfer encodings undone. Only the first page
//! is taken out; pictures and styles are passed over.

/// The page of an archive.
pub(super) struct ArchivedPage {
    pub bytes: Vec<u8>,
    /// The encoding that its fields state.
    pub charset: Option<String>,
}

/// The first page in the archive; parts inside parts are looked into down to `depth`.
pub(super) fn page(bytes: &[u8], depth: usize) -> Option<ArchivedPage> {
    let (fields, body) = split_fields(bytes);
    let kind = field(&fields, "content-type").unwrap_or_else(|| "text/plain".to_owned());
    let lower = kind.to_ascii_lowercase();
    if lower.starts_with("multipart/") {
        let boundary = format!("--{}", parameter(&kind, "boundary")?);
        if depth == 0 || boundary.len() < 3 {
            return None;
        }
        return parts(body, boundary.as_bytes()).into_iter().find_map(|part| page(part, depth - 1));
    }
    if !lower.starts_with("text/html") && !lower.starts_with("application/xhtml") {
        return None;
    }
    let encoding = field(&fields, "content-transfer-encoding").unwrap_or_default().to_ascii_lowercase();
    let bytes = match encoding.trim() {
        "quoted-printable" => unquote(body),
        "base64" => from_base64(body),
        _ => body.to_vec(),
    };
    Some(ArchivedPage { bytes, charset: parameter(&kind, "charset") })
}

/// The fields before the first empty line, with continued lines joined, and what follows.
fn split_fields(bytes: &[u8]) -> (Vec<String>, &[u8]) {
    let mut fields: Vec<String> = Vec::new();
    let mut rest = bytes;
    while let Some((line, after)) = next_line(rest) {
        rest = after;
        let text = String::from_utf8_lossy(line).into_owned();
        if text.trim().is_empty() {
            // Empty lines before the first field are no end of the fields.
            if fields.is_empty() && !after.is_empty() {
                continue;
            }
            break;
        }
        match fields.last_mut().filter(|_| text.starts_with([' ', '\t'])) {
            Some(field) => field.push_str(text.trim_end()),
            None => fields.push(text.trim_end().to_owned()),
        }
    }
    (fields, rest)
}

fn next_line(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    if bytes.is_empty() {
        return None;
    }
    let end = bytes.iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |at| at + 1);
    Some(bytes.split_at(end))
}

fn field(fields: &[String], name: &str) -> Option<String> {
    fields.iter().find_map(|field| {
        let (own, value) = field.split_once(':')?;
        own.trim().eq_ignore_ascii_case(name).then(|| value.trim().to_owned())
    })
}

fn parameter(value: &str, name: &str) -> Option<String> {
    value.split(';').skip(1).find_map(|part| {
        let (own, value) = part.split_once('=')?;
        own.trim().eq_ignore_ascii_case(name).then(|| value.trim().trim_matches('"').to_owned())
    })
}

/// What stands between the lines that begin with the boundary.
fn parts<'a>(body: &'a [u8], boundary: &[u8]) -> Vec<&'a [u8]> {
    let mut parts = Vec::new();
    let mut start = None;
    let mut at = 0;
    while let Some((line, _)) = next_line(&body[at..]) {
        if line.starts_with(boundary) {
            if let Some(start) = start {
                parts.push(&body[start..at]);
            }
            start = Some(at + line.len());
        }
        at += line.len();
    }
    // An archive that was cut still has its last part.
    parts.extend(start.filter(|start| *start < body.len()).map(|start| &body[start..]));
    parts
}

fn unquote(body: &[u8]) -> Vec<u8> {
    let hex = |byte: Option<&u8>| byte.and_then(|byte| char::from(*byte).to_digit(16));
    let mut out = Vec::with_capacity(body.len());
    let mut at = 0;
    while let Some(byte) = body.get(at) {
        at += 1;
        if *byte != b'=' {
            out.push(*byte);
            continue;
        }
        // A line ended softly, else two hex digits, else a sign that stands for itself.
        let blanks = body[at..].iter().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\r')).count();
        if body.get(at + blanks) == Some(&b'\n') {
            at += blanks + 1;
        } else if let (Some(high), Some(low)) = (hex(body.get(at)), hex(body.get(at + 1))) {
            out.push((high * 16 + low) as u8);
            at += 2;
        } else {
            out.push(b'=');
        }
    }
    out
}

fn from_base64(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len() / 4 * 3);
    let (mut bits, mut count) = (0_u32, 0_u32);
    for byte in body {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => continue,
        };
        bits = (bits << 6) | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            out.push((bits >> count) as u8);
            bits &= (1 << count) - 1;
        }
    }
    out
}
