//! The file of a PDF: where each object stands, found by walking through the whole file rather than by trusting its
//! table, so that damaged tables and hostile ones cost nothing. Unpacking is counted against one budget.

use std::cell::Cell;
use std::collections::{HashMap, HashSet};

use super::filters;
use super::locked::Lock;
use super::object::{Dict, Object, Parser, is_blank};
use crate::error::FormError;
use crate::limits::Limits;

/// How far a chain of references is followed.
const CHAIN: usize = 32;

/// Trailers that are looked at; a file that was updated a thousand times has a thousand.
const TRAILERS: usize = 4096;

/// Growth is not judged before a stream is this large.
const GROWTH_FROM: u64 = 1 << 20;

#[derive(Debug, Clone, Copy)]
enum Place {
    /// In the file itself; the generation is part of the key of a locked file.
    File { at: usize, generation: u16 },
    /// In an unpacked object stream.
    Packed { stream: usize, offset: usize },
}

/// A filter of pictures with its parameters.
pub(super) type Coding = (String, Dict);

/// A stream where it lies, with the number and generation of its object.
struct Stream {
    dict: Dict,
    start: usize,
    end: usize,
    number: u32,
    generation: u16,
}

/// A PDF, its objects found.
pub(super) struct File<'a> {
    bytes: &'a [u8],
    places: HashMap<u32, Place>,
    packed: Vec<Vec<u8>>,
    root: Option<u32>,
    /// How the file is locked, as its trailer says, and the mark that goes into the key.
    encrypt: Option<Object>,
    id: Vec<u8>,
    lock: Option<Lock>,
    depth: usize,
    /// Bytes that may still be unpacked, and how many times a stream may grow.
    left: Cell<u64>,
    ratio: u64,
    /// Some stream or page was beyond the budget.
    pub exhausted: Cell<bool>,
}

impl<'a> File<'a> {
    pub fn open(bytes: &'a [u8], limits: &Limits) -> Result<Self, FormError> {
        let mut file = Self {
            bytes,
            places: HashMap::new(),
            packed: Vec::new(),
            root: None,
            encrypt: None,
            id: Vec::new(),
            lock: None,
            depth: limits.depth.min(100),
            left: Cell::new(limits.unpacked_bytes),
            ratio: limits.unpack_ratio,
            exhausted: Cell::new(false),
        };
        let packed = file.find_objects();
        if let Some(encrypt) = file.encrypt.take() {
            let described = file.resolved(&encrypt, 4);
            let lock = described.dict().and_then(|dict| Lock::open(dict, &file.id));
            file.lock = Some(lock.ok_or(FormError::Encrypted)?);
        }
        for stream in packed {
            file.unpack_objects(&stream);
        }
        if file.exhausted.get() {
            return Err(FormError::BeyondLimits);
        }
        Ok(file)
    }

    /// Walks through the file. Later objects replace earlier ones of their number, as an updated file means it.
    /// Gives the streams that hold further objects: they can only be unpacked once the lock is known.
    fn find_objects(&mut self) -> Vec<Stream> {
        let bytes = self.bytes;
        let mut packed = Vec::new();
        let mut at = 0;
        let mut trailers = TRAILERS;
        while let Some(found) = find(bytes, at, b"obj") {
            // A trailer between objects names the root.
            if trailers > 0
                && let Some(trailer) = find(&bytes[..found], at, b"trailer")
            {
                trailers -= 1;
                self.read_trailer(trailer + 7);
            }
            at = found + 3;
            let Some((number, generation)) = number_before(bytes, found) else {
                continue;
            };
            let mut parser = Parser::new(bytes, at, self.depth);
            let Some(object) = parser.object() else {
                continue;
            };
            self.places.insert(number, Place::File { at: found + 3, generation });
            at = parser.at.max(at);
            let Object::Dict(dict) = object else {
                continue;
            };
            let Some((start, end)) = self.stream_range(&dict, parser.at) else {
                continue;
            };
            at = end;
            match dict.get("Type").and_then(Object::name) {
                Some("XRef") => self.take_trailer(&dict),
                Some("ObjStm") => packed.push(Stream { dict, start, end, number, generation }),
                _ => {}
            }
        }
        let mut rest = at.min(bytes.len());
        while trailers > 0
            && let Some(trailer) = find(bytes, rest, b"trailer")
        {
            trailers -= 1;
            rest = trailer + 7;
            self.read_trailer(rest);
        }
        packed
    }

    fn read_trailer(&mut self, at: usize) {
        if let Some(Object::Dict(trailer)) = Parser::new(self.bytes, at, self.depth).object() {
            self.take_trailer(&trailer);
        }
    }

    fn take_trailer(&mut self, trailer: &Dict) {
        if let Some(Object::Reference(root)) = trailer.get("Root") {
            self.root = Some(*root);
        }
        if let Some(encrypt) = trailer.get("Encrypt") {
            self.encrypt = Some(encrypt.clone());
        }
        if let Some(id) = trailer.get("ID").and_then(Object::array).and_then(|id| id.first()?.bytes()) {
            self.id = id.to_vec();
        }
    }

    /// A dictionary with everything inside it that is a reference put in, down to a depth.
    fn resolved(&self, object: &Object, depth: usize) -> Object {
        match self.resolve(object) {
            Object::Dict(dict) if depth > 0 => {
                Object::Dict(dict.into_iter().map(|(key, value)| (key, self.resolved(&value, depth - 1))).collect())
            }
            other => other,
        }
    }

    /// Where the stream behind a dictionary lies: by its stated length where `endstream` follows, else up to the next
    /// `endstream`.
    fn stream_range(&self, dict: &Dict, at: usize) -> Option<(usize, usize)> {
        let mut parser = Parser::new(self.bytes, at, 1);
        parser.skip_blank();
        let rest = self.bytes.get(parser.at..)?.strip_prefix(b"stream")?;
        let start = parser.at
            + 6
            + if rest.starts_with(b"\r\n") {
                2
            } else {
                usize::from(rest.starts_with(b"\n") || rest.starts_with(b"\r"))
            };
        let stated =
            dict.get("Length").and_then(|length| self.resolve(length).integer()).and_then(|l| usize::try_from(l).ok());
        if let Some(end) = stated.and_then(|length| start.checked_add(length)).filter(|end| *end <= self.bytes.len()) {
            let mut after = Parser::new(self.bytes, end, 1);
            after.skip_blank();
            if self.bytes.get(after.at..).is_some_and(|rest| rest.starts_with(b"endstream")) {
                return Some((start, end));
            }
        }
        let end = find(self.bytes, start, b"endstream").unwrap_or(self.bytes.len());
        Some((start, end))
    }

    fn unpack_objects(&mut self, packed: &Stream) {
        let of = |key: &str| self.get(&packed.dict, key).integer();
        let (count, first) = (of("N").unwrap_or(0), of("First").and_then(|first| usize::try_from(first).ok()));
        let (Some(unpacked), Some(first)) = (self.unpack(packed), first) else {
            return;
        };
        let stream = self.packed.len();
        let mut parser = Parser::new(&unpacked, 0, 1);
        for _ in 0..count {
            let (Some(Object::Number(number)), Some(Object::Number(offset))) = (parser.object(), parser.object())
            else {
                break;
            };
            let offset = first.saturating_add(offset as usize);
            let newer = |place: &Place| matches!(place, Place::File { at, .. } if *at > packed.start);
            if !self.places.get(&(number as u32)).is_some_and(newer) {
                self.places.insert(number as u32, Place::Packed { stream, offset });
            }
        }
        self.packed.push(unpacked);
    }

    fn unpack(&self, stream: &Stream) -> Option<Vec<u8>> {
        self.unpack_up_to_picture(stream).filter(|(_, picture)| picture.is_none()).map(|(bytes, _)| bytes)
    }

    /// Undoes the filters of a stream up to one that packs a picture, which is named with its parameters.
    fn unpack_up_to_picture(&self, stream: &Stream) -> Option<(Vec<u8>, Option<Coding>)> {
        let dict = &stream.dict;
        let filters = match dict.get("Filter").or(dict.get("F")).map(|filter| self.resolve(filter)) {
            Some(Object::Name(name)) => vec![name],
            Some(Object::Array(names)) => {
                names.iter().filter_map(|name| self.resolve(name).name().map(str::to_owned)).take(8).collect()
            }
            _ => Vec::new(),
        };
        let parameters = match dict.get("DecodeParms").or(dict.get("DP")).map(|p| self.resolve(p)) {
            Some(Object::Dict(dict)) => vec![Some(dict)],
            Some(Object::Array(items)) => items.iter().map(|item| self.resolve(item).dict().cloned()).collect(),
            _ => Vec::new(),
        };
        let locked = self.bytes.get(stream.start..stream.end)?;
        let mut bytes = match &self.lock {
            Some(lock) => lock.stream(locked, stream.number, stream.generation),
            None => locked.to_vec(),
        };
        self.spend(bytes.len())?;
        for (at, filter) in filters.into_iter().enumerate() {
            let parameters = parameters.get(at).cloned().flatten().unwrap_or_default();
            if filters::packs_picture(&filter) {
                return Some((bytes, Some((filter, parameters))));
            }
            // A blank page packs a thousandfold; text and numbers do not.
            let grown = if dict.get("Subtype").and_then(Object::name) == Some("Image") {
                u64::MAX
            } else {
                (bytes.len() as u64).saturating_mul(self.ratio).max(GROWTH_FROM)
            };
            let unpacked = filters::undo(&filter, &bytes, &parameters, self.left.get().min(grown));
            if matches!(unpacked, Err(FormError::BeyondLimits)) {
                self.exhausted.set(true);
            }
            bytes = unpacked.ok()?;
            self.spend(bytes.len())?;
        }
        Some((bytes, None))
    }

    fn spend(&self, count: usize) -> Option<()> {
        match self.left.get().checked_sub(count as u64) {
            Some(left) => {
                self.left.set(left);
                Some(())
            }
            None => {
                self.exhausted.set(true);
                None
            }
        }
    }

    /// The object of this number; [`Object::Null`] where there is none.
    pub fn object(&self, number: u32) -> Object {
        self.placed(number).map_or(Object::Null, |(object, _)| object)
    }

    /// The object, and where what follows it stands in the file, with its generation.
    fn placed(&self, number: u32) -> Option<(Object, Option<(usize, u16)>)> {
        let (bytes, at, generation) = match *self.places.get(&number)? {
            Place::File { at, generation } => (self.bytes, at, Some(generation)),
            Place::Packed { stream, offset } => (self.packed.get(stream)?.as_slice(), offset, None),
        };
        let mut parser = Parser::new(bytes, at, self.depth);
        let mut object = parser.object()?;
        // An object may be nothing but a reference: two numbers and an R.
        if let Object::Number(first) = object {
            let second = parser.object();
            if matches!((second, parser.object()), (Some(Object::Number(_)), Some(Object::Word(word))) if word == b"R")
            {
                object = Object::Reference(first as u32);
            }
        }
        if let (Some(lock), Some(generation)) = (&self.lock, generation) {
            object = lock.object(object, number, generation);
        }
        Some((object, generation.map(|generation| (parser.at, generation))))
    }

    /// What a reference stands for, through a chain of references that may not run in a circle.
    pub fn resolve(&self, object: &Object) -> Object {
        let mut object = object.clone();
        for _ in 0..CHAIN {
            let Object::Reference(number) = object else {
                return object;
            };
            object = self.object(number);
        }
        Object::Null
    }

    /// The value under a key of a dictionary.
    pub fn get(&self, dict: &Dict, key: &str) -> Object {
        dict.get(key).map_or(Object::Null, |object| self.resolve(object))
    }

    /// The dictionary and the unpacked bytes of a stream.
    pub fn stream(&self, object: &Object) -> Option<(Dict, Vec<u8>)> {
        let stream = self.found_stream(object)?;
        let bytes = self.unpack(&stream)?;
        Some((stream.dict, bytes))
    }

    /// The dictionary of a picture, its bytes, and the filter of pictures that they are still packed by.
    pub fn picture(&self, object: &Object) -> Option<(Dict, Vec<u8>, Option<Coding>)> {
        let stream = self.found_stream(object)?;
        let (bytes, packed) = self.unpack_up_to_picture(&stream)?;
        Some((stream.dict, bytes, packed))
    }

    fn found_stream(&self, object: &Object) -> Option<Stream> {
        let mut object = object.clone();
        for _ in 0..CHAIN {
            let Object::Reference(number) = object else {
                return None;
            };
            match self.placed(number)? {
                (Object::Dict(dict), Some((at, generation))) => {
                    let (start, end) = self.stream_range(&dict, at)?;
                    return Some(Stream { dict, start, end, number, generation });
                }
                (next @ Object::Reference(_), _) => object = next,
                _ => return None,
            }
        }
        None
    }

    /// The pages in their order, each with what it takes from the nodes above it.
    pub fn pages(&self, most: usize) -> Result<Vec<Dict>, FormError> {
        let catalogue = self.root.map(|root| self.object(root));
        let tree = catalogue.as_ref().and_then(Object::dict).and_then(|root| root.get("Pages")).cloned();
        let mut pages = Vec::new();
        let mut seen = HashSet::new();
        let mut waiting = vec![(tree.unwrap_or(Object::Null), Dict::new())];
        while let Some((object, above)) = waiting.pop() {
            if let Object::Reference(number) = object
                && !seen.insert(number)
            {
                // A tree that runs in a circle, or a page that is listed twice.
                continue;
            }
            let Object::Dict(mut node) = self.resolve(&object) else {
                continue;
            };
            for key in ["Resources", "MediaBox", "CropBox", "Rotate"] {
                if let (None, Some(value)) = (node.get(key), above.get(key)) {
                    node.insert(key.to_owned(), value.clone());
                }
            }
            match self.get(&node, "Kids") {
                Object::Array(kids) => {
                    let mut handed = node;
                    handed.retain(|key, _| matches!(key.as_str(), "Resources" | "MediaBox" | "CropBox" | "Rotate"));
                    waiting.extend(kids.into_iter().rev().map(|kid| (kid, handed.clone())));
                }
                _ => pages.push(node),
            }
            if pages.len() > most || waiting.len() > most.saturating_mul(4) {
                return Err(FormError::BeyondLimits);
            }
        }
        if pages.is_empty() {
            // No tree: every object that calls itself a page, by number.
            let mut numbers: Vec<u32> = self.places.keys().copied().collect();
            numbers.sort_unstable();
            let page = |number: u32| match self.object(number) {
                Object::Dict(dict) if dict.get("Type").and_then(Object::name) == Some("Page") => Some(dict),
                _ => None,
            };
            pages = numbers.into_iter().filter_map(page).take(most).collect();
        }
        Ok(pages)
    }
}

/// Where `what` stands next.
fn find(bytes: &[u8], from: usize, what: &[u8]) -> Option<usize> {
    let first = *what.first()?;
    let mut at = from;
    loop {
        at += bytes.get(at..)?.iter().position(|byte| *byte == first)?;
        if bytes[at..].starts_with(what) {
            return Some(at);
        }
        at += 1;
    }
}

/// The number and the generation of the object whose `obj` stands at `at`: `12 0 obj`.
fn number_before(bytes: &[u8], at: usize) -> Option<(u32, u16)> {
    let back = |mut at: usize, holds: fn(u8) -> bool| {
        while at > 0 && holds(bytes[at - 1]) {
            at -= 1;
        }
        at
    };
    let generation_end = back(at, is_blank);
    let generation = back(generation_end, |byte| byte.is_ascii_digit());
    let number_end = back(generation, is_blank);
    let number = back(number_end, |byte| byte.is_ascii_digit());
    if generation == generation_end || number_end == generation || number_end - number > 9 {
        return None;
    }
    let text = |from: usize, to: usize| std::str::from_utf8(&bytes[from..to]).ok();
    Some((text(number, number_end)?.parse().ok()?, text(generation, generation_end)?.parse().unwrap_or(0)))
}
