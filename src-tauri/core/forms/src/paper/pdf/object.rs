//! The objects of a PDF: numbers, names, strings, arrays, dictionaries, and how they are read from bytes. Nesting is
//! bounded; streams are left where they are.

use std::collections::HashMap;

/// Objects inside one object, counted flat: an array of ten million numbers is no font and no page.
const MOST_PARTS: usize = 500_000;

/// An object.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Object {
    Null,
    Bool(bool),
    Number(f64),
    Name(String),
    String(Vec<u8>),
    Array(Vec<Object>),
    Dict(Dict),
    /// Another object, by its number.
    Reference(u32),
    /// A word that is none of these: an operator of a page, or a mark of the file's structure.
    Word(Vec<u8>),
}

/// A dictionary.
pub(super) type Dict = HashMap<String, Object>;

impl Object {
    pub fn number(&self) -> Option<f64> {
        if let Self::Number(number) = self { Some(*number) } else { None }
    }

    pub fn integer(&self) -> Option<i64> {
        self.number().map(|number| number as i64)
    }

    pub fn name(&self) -> Option<&str> {
        if let Self::Name(name) = self { Some(name) } else { None }
    }

    pub fn dict(&self) -> Option<&Dict> {
        if let Self::Dict(dict) = self { Some(dict) } else { None }
    }

    pub fn array(&self) -> Option<&[Object]> {
        if let Self::Array(array) = self { Some(array) } else { None }
    }

    pub fn bytes(&self) -> Option<&[u8]> {
        if let Self::String(bytes) = self { Some(bytes) } else { None }
    }
}

/// Reads objects one after another.
pub(super) struct Parser<'a> {
    bytes: &'a [u8],
    pub at: usize,
    depth: usize,
    parts: usize,
}

impl<'a> Parser<'a> {
    pub fn new(bytes: &'a [u8], at: usize, depth: usize) -> Self {
        Self { bytes, at, depth, parts: MOST_PARTS }
    }

    /// Begins to count parts anew, for the next object of a page's operators.
    pub fn refresh(&mut self) {
        self.parts = MOST_PARTS;
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// Passes over blanks and comments.
    pub fn skip_blank(&mut self) {
        while let Some(byte) = self.peek() {
            if byte == b'%' {
                while self.peek().is_some_and(|byte| byte != b'\n' && byte != b'\r') {
                    self.at += 1;
                }
            } else if is_blank(byte) {
                self.at += 1;
            } else {
                break;
            }
        }
    }

    /// The next object; `None` at the end, or where nothing readable stands.
    pub fn object(&mut self) -> Option<Object> {
        self.skip_blank();
        self.parts = self.parts.checked_sub(1)?;
        match self.peek()? {
            b'/' => {
                self.at += 1;
                Some(Object::Name(self.name()))
            }
            b'(' => {
                self.at += 1;
                Some(Object::String(self.literal()))
            }
            b'<' if self.bytes.get(self.at + 1) == Some(&b'<') => {
                self.at += 2;
                self.dict()
            }
            b'<' => {
                self.at += 1;
                Some(Object::String(self.hex()))
            }
            b'[' => {
                self.at += 1;
                self.array()
            }
            b']' | b'{' | b'}' | b')' => {
                self.at += 1;
                Some(Object::Word(vec![self.bytes[self.at - 1]]))
            }
            b'>' => {
                self.at += if self.bytes.get(self.at + 1) == Some(&b'>') { 2 } else { 1 };
                Some(Object::Word(b">>".to_vec()))
            }
            _ => Some(self.word()),
        }
    }

    /// One level deeper. Beyond the bound the whole object is given up: each level above would try again otherwise.
    fn descend(&mut self) -> Option<()> {
        match self.depth.checked_sub(1) {
            Some(depth) => self.depth = depth,
            None => self.parts = 0,
        }
        (self.parts > 0).then_some(())
    }

    fn array(&mut self) -> Option<Object> {
        self.descend()?;
        let mut items = Vec::new();
        loop {
            match self.object() {
                Some(Object::Word(word)) if word == b"]" => break,
                Some(Object::Word(word)) if word == b"R" => refer(&mut items),
                // The array was not closed.
                Some(Object::Word(word)) if matches!(word.as_slice(), b"endobj" | b">>") => break,
                Some(Object::Word(_)) => {}
                Some(object) => items.push(object),
                None => break,
            }
        }
        self.depth += 1;
        Some(Object::Array(items))
    }

    fn dict(&mut self) -> Option<Object> {
        self.descend()?;
        let mut flat = Vec::new();
        loop {
            match self.object() {
                Some(Object::Word(word)) if word == b">>" => break,
                Some(Object::Word(word)) if word == b"R" => refer(&mut flat),
                Some(Object::Word(word)) if matches!(word.as_slice(), b"endobj" | b"stream") => {
                    self.at -= word.len();
                    break;
                }
                Some(Object::Word(_)) => {}
                Some(object) => flat.push(object),
                None => break,
            }
        }
        self.depth += 1;
        let mut dict = Dict::new();
        let mut flat = flat.into_iter();
        while let Some(key) = flat.next() {
            // A value without its key is passed over; keys are names.
            if let Object::Name(key) = key
                && let Some(value) = flat.next()
            {
                dict.insert(key, value);
            }
        }
        Some(Object::Dict(dict))
    }

    fn name(&mut self) -> String {
        let mut name = Vec::new();
        while let Some(byte) = self.peek().filter(|byte| is_regular(*byte)) {
            self.at += 1;
            let digit = |at: usize| self.bytes.get(at).and_then(|byte| char::from(*byte).to_digit(16));
            match (byte, digit(self.at), digit(self.at + 1)) {
                (b'#', Some(high), Some(low)) => {
                    name.push((high * 16 + low) as u8);
                    self.at += 2;
                }
                _ => name.push(byte),
            }
        }
        String::from_utf8(name).unwrap_or_else(|bad| bad.into_bytes().iter().map(|byte| char::from(*byte)).collect())
    }

    fn literal(&mut self) -> Vec<u8> {
        let mut out = Vec::new();
        let mut open = 0_usize;
        while let Some(byte) = self.peek() {
            self.at += 1;
            match byte {
                b'(' => open += 1,
                b')' if open == 0 => break,
                b')' => open -= 1,
                b'\\' => {
                    self.escape(&mut out);
                    continue;
                }
                _ => {}
            }
            out.push(byte);
        }
        out
    }

    fn escape(&mut self, out: &mut Vec<u8>) {
        let Some(byte) = self.peek() else {
            return;
        };
        self.at += 1;
        match byte {
            b'n' => out.push(b'\n'),
            b'r' => out.push(b'\r'),
            b't' => out.push(b'\t'),
            b'b' => out.push(8),
            b'f' => out.push(12),
            b'\r' => {
                if self.peek() == Some(b'\n') {
                    self.at += 1;
                }
            }
            b'\n' => {}
            b'0'..=b'7' => {
                let mut value = u32::from(byte - b'0');
                for _ in 0..2 {
                    let Some(digit) = self.peek().filter(|byte| (b'0'..=b'7').contains(byte)) else {
                        break;
                    };
                    value = value * 8 + u32::from(digit - b'0');
                    self.at += 1;
                }
                out.push((value & 0xFF) as u8);
            }
            other => out.push(other),
        }
    }

    fn hex(&mut self) -> Vec<u8> {
        let mut out = Vec::new();
        let mut held = None;
        while let Some(byte) = self.peek() {
            self.at += 1;
            if byte == b'>' {
                break;
            }
            if let Some(digit) = char::from(byte).to_digit(16) {
                match held.take() {
                    Some(high) => out.push((high * 16 + digit) as u8),
                    None => held = Some(digit),
                }
            }
        }
        if let Some(high) = held {
            out.push((high * 16) as u8);
        }
        out
    }

    fn word(&mut self) -> Object {
        let start = self.at;
        while self.peek().is_some_and(is_regular) {
            self.at += 1;
        }
        let word = &self.bytes[start..self.at];
        match word {
            b"true" => Object::Bool(true),
            b"false" => Object::Bool(false),
            b"null" => Object::Null,
            _ => match number(word) {
                Some(number) => Object::Number(number),
                None => Object::Word(word.to_vec()),
            },
        }
    }
}

/// Two numbers and an R are a reference.
fn refer(items: &mut Vec<Object>) {
    if let [.., Object::Number(number), Object::Number(_)] = items.as_slice() {
        let number = *number as u32;
        items.truncate(items.len() - 2);
        items.push(Object::Reference(number));
    }
}

fn number(word: &[u8]) -> Option<f64> {
    let begins = word.first()?;
    if !(begins.is_ascii_digit() || matches!(begins, b'+' | b'-' | b'.')) || word.len() > 40 {
        return None;
    }
    let text = std::str::from_utf8(word).ok()?;
    // Some programs write -- or put a sign inside; what stands before it counts.
    let text = text.trim_start_matches("--");
    let end = text[1.min(text.len())..].find(['-', '+']).map_or(text.len(), |at| at + 1);
    text[..end].parse().ok().filter(|number: &f64| number.is_finite())
}

pub(super) fn is_blank(byte: u8) -> bool {
    matches!(byte, 0 | 9 | 10 | 12 | 13 | 32)
}

fn is_regular(byte: u8) -> bool {
    !is_blank(byte) && !b"()<>[]{}/%".contains(&byte)
}
