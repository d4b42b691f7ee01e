//! A PDF that is locked against printing or copying, but opens without a password: the key that everybody has, and
//! what it unlocks. One that asks for a password stays locked.

use aes::cipher::{Array, BlockCipherDecrypt, BlockCipherEncrypt, KeyInit};
use aes::{Aes128, Aes256};
use md5::{Digest, Md5};
use sha2::{Sha256, Sha384, Sha512};

use super::object::{Dict, Object};

/// What a missing password is filled up with, as the format fixes it.
const PADDING: [u8; 32] = [
    0x28, 0xBF, 0x4E, 0x5E, 0x4E, 0x75, 0x8A, 0x41, 0x64, 0x00, 0x4E, 0x56, 0xFF, 0xFA, 0x01, 0x08, 0x2E, 0x2E, 0x00,
    0xB6, 0xD0, 0x68, 0x3E, 0x80, 0x2F, 0x0C, 0xA9, 0xFE, 0x64, 0x53, 0x69, 0x7A,
];

const BLOCK: usize = 16;

/// How something is locked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cipher {
    /// Not at all.
    Open,
    Rc4,
    Aes128,
    Aes256,
}

/// The key of a file that opens without a password.
#[derive(Debug)]
pub(super) struct Lock {
    key: Vec<u8>,
    streams: Cipher,
    strings: Cipher,
}

impl Lock {
    /// The lock that a dictionary describes; `None` where it asks for a password, or is of a kind that is not known.
    /// `id` is the first half of the file's own mark.
    pub fn open(dict: &Dict, id: &[u8]) -> Option<Self> {
        let number = |key: &str| dict.get(key).and_then(Object::integer);
        let bytes = |key: &str| dict.get(key).and_then(Object::bytes);
        if dict.get("Filter").and_then(Object::name) != Some("Standard") {
            return None;
        }
        let (version, revision) = (number("V").unwrap_or(0), number("R")?);
        let cipher = |which: &str| match version {
            1 | 2 => Some(Cipher::Rc4),
            4 | 5 => {
                let name = dict.get(which).and_then(Object::name).unwrap_or("Identity");
                if name == "Identity" {
                    return Some(Cipher::Open);
                }
                let filters = dict.get("CF").and_then(Object::dict)?;
                match filters.get(name)?.dict()?.get("CFM").and_then(Object::name)? {
                    "None" => Some(Cipher::Open),
                    "V2" => Some(Cipher::Rc4),
                    "AESV2" => Some(Cipher::Aes128),
                    "AESV3" => Some(Cipher::Aes256),
                    _ => None,
                }
            }
            _ => None,
        };
        let (streams, strings) = (cipher("StmF")?, cipher("StrF")?);
        let (owner, user) = (bytes("O")?, bytes("U")?);
        let key = if version == 5 {
            key_of_256_bits(user, bytes("UE")?, revision)?
        } else {
            let length =
                if version == 1 { 5 } else { number("Length").unwrap_or(if version == 4 { 128 } else { 40 }) / 8 };
            let length = usize::try_from(length).ok().filter(|length| (5..=16).contains(length))?;
            let rights = (number("P")? as i32).to_le_bytes();
            let open_head = dict.get("EncryptMetadata") == Some(&Object::Bool(false));
            key_of_old_kind(owner.get(..32)?, user, rights, id, revision, length, open_head)?
        };
        Some(Self { key, streams, strings })
    }

    /// The bytes of a stream, unlocked.
    pub fn stream(&self, bytes: &[u8], number: u32, generation: u16) -> Vec<u8> {
        self.unlock(self.streams, bytes, number, generation)
    }

    /// An object with its strings unlocked.
    pub fn object(&self, object: Object, number: u32, generation: u16) -> Object {
        let inner = |object| self.object(object, number, generation);
        match object {
            Object::String(bytes) => Object::String(self.unlock(self.strings, &bytes, number, generation)),
            Object::Array(items) => Object::Array(items.into_iter().map(inner).collect()),
            Object::Dict(dict) => Object::Dict(dict.into_iter().map(|(key, value)| (key, inner(value))).collect()),
            other => other,
        }
    }

    fn unlock(&self, cipher: Cipher, bytes: &[u8], number: u32, generation: u16) -> Vec<u8> {
        let own_key = |salt: &[u8]| {
            let mut hash = Md5::new();
            hash.update(&self.key);
            hash.update(&number.to_le_bytes()[..3]);
            hash.update(generation.to_le_bytes());
            hash.update(salt);
            let length = (self.key.len() + 5).min(BLOCK);
            hash.finalize()[..length].to_vec()
        };
        match cipher {
            Cipher::Open => bytes.to_vec(),
            Cipher::Rc4 => rc4(&own_key(b""), bytes),
            Cipher::Aes128 => unchain(&own_key(b"sAlT"), bytes),
            Cipher::Aes256 => unchain(&self.key, bytes),
        }
    }
}

fn key_of_old_kind(
    owner: &[u8],
    user: &[u8],
    rights: [u8; 4],
    id: &[u8],
    revision: i64,
    length: usize,
    open_head: bool,
) -> Option<Vec<u8>> {
    let mut hash = Md5::new();
    hash.update(PADDING);
    hash.update(owner);
    hash.update(rights);
    hash.update(id);
    if revision >= 4 && open_head {
        hash.update([0xFF; 4]);
    }
    let mut key = hash.finalize().to_vec();
    if revision >= 3 {
        for _ in 0..50 {
            key = Md5::digest(&key[..length]).to_vec();
        }
    }
    key.truncate(length);
    // The file carries what a right key makes of a known text.
    let proof = if revision == 2 {
        rc4(&key, &PADDING)
    } else {
        let mut hash = Md5::new();
        hash.update(PADDING);
        hash.update(id);
        (0..20_u8).fold(hash.finalize().to_vec(), |text, step| {
            rc4(&key.iter().map(|byte| byte ^ step).collect::<Vec<u8>>(), &text)
        })
    };
    user.starts_with(&proof).then_some(key)
}

fn key_of_256_bits(user: &[u8], wrapped: &[u8], revision: i64) -> Option<Vec<u8>> {
    let (proof, check_salt, key_salt) = (user.get(..32)?, user.get(32..40)?, user.get(40..48)?);
    let hash = |salt: &[u8]| match revision {
        5 => Some(Sha256::digest(salt).to_vec()),
        6 => Some(hardened(salt)),
        _ => None,
    };
    if hash(check_salt)? != proof {
        return None;
    }
    let key = hash(key_salt)?;
    let cipher = Aes256::new_from_slice(&key).ok()?;
    Some(chained(wrapped.get(..32)?, [0; BLOCK], |block| cipher.decrypt_block(block)))
}

/// The slow hash of the newest revision, for the empty password.
fn hardened(salt: &[u8]) -> Vec<u8> {
    let mut key = Sha256::digest(salt).to_vec();
    let mut round = 0_usize;
    loop {
        let mut text = key.repeat(64);
        let Ok(cipher) = Aes128::new_from_slice(&key[..BLOCK]) else {
            return Vec::new();
        };
        let mut last = [0; BLOCK];
        last.copy_from_slice(&key[BLOCK..2 * BLOCK]);
        for chunk in text.chunks_exact_mut(BLOCK) {
            for (byte, above) in chunk.iter_mut().zip(last) {
                *byte ^= above;
            }
            let mut block = Array::from(<[u8; BLOCK]>::try_from(&*chunk).unwrap_or_default());
            cipher.encrypt_block(&mut block);
            chunk.copy_from_slice(&block);
            last.copy_from_slice(&block);
        }
        let rest: u32 = text[..BLOCK].iter().map(|byte| u32::from(*byte)).sum::<u32>() % 3;
        key = match rest {
            0 => Sha256::digest(&text).to_vec(),
            1 => Sha384::digest(&text).to_vec(),
            _ => Sha512::digest(&text).to_vec(),
        };
        round += 1;
        let end = text.last().copied().unwrap_or(0);
        if round >= 64 && usize::from(end) + 32 <= round {
            key.truncate(32);
            return key;
        }
    }
}

/// Blocks that were chained, unlocked one by one.
fn chained(bytes: &[u8], start: [u8; BLOCK], decrypt: impl Fn(&mut Array<u8, aes::cipher::consts::U16>)) -> Vec<u8> {
    let mut above = start;
    let mut out = Vec::with_capacity(bytes.len());
    for chunk in bytes.chunks_exact(BLOCK) {
        let locked = <[u8; BLOCK]>::try_from(chunk).unwrap_or_default();
        let mut block = Array::from(locked);
        decrypt(&mut block);
        out.extend(block.iter().zip(above).map(|(byte, above)| byte ^ above));
        above = locked;
    }
    out
}

/// What AES locked: its first block is the start of the chain, its last byte says how much was filled up.
fn unchain(key: &[u8], bytes: &[u8]) -> Vec<u8> {
    let Some((start, rest)) = bytes.split_first_chunk::<BLOCK>() else {
        return Vec::new();
    };
    let mut out = if key.len() == 32 {
        let Ok(cipher) = Aes256::new_from_slice(key) else {
            return Vec::new();
        };
        chained(rest, *start, |block| cipher.decrypt_block(block))
    } else {
        let Ok(cipher) = Aes128::new_from_slice(key) else {
            return Vec::new();
        };
        chained(rest, *start, |block| cipher.decrypt_block(block))
    };
    let filled = usize::from(out.last().copied().unwrap_or(0));
    if (1..=BLOCK).contains(&filled) && filled <= out.len() {
        out.truncate(out.len() - filled);
    }
    out
}

fn rc4(key: &[u8], bytes: &[u8]) -> Vec<u8> {
    let mut state: [u8; 256] = std::array::from_fn(|at| at as u8);
    let mut j = 0_u8;
    for i in 0..256 {
        j = j.wrapping_add(state[i]).wrapping_add(key[i % key.len()]);
        state.swap(i, j.into());
    }
    let (mut i, mut j) = (0_u8, 0_u8);
    bytes
        .iter()
        .map(|byte| {
            i = i.wrapping_add(1);
            j = j.wrapping_add(state[usize::from(i)]);
            state.swap(i.into(), j.into());
            byte ^ state[usize::from(state[usize::from(i)].wrapping_add(state[usize::from(j)]))]
        })
        .collect()
}
