//! The files of a built page: listing, hashing and compressing them.

use std::fs;
use std::path::{Path, PathBuf};

use brotli::enc::BrotliEncoderParams;
use sha2::{Digest as _, Sha256};
use static_server::brotli_path;

use crate::failure::{Failure, Outcome};

/// Brotli's highest quality and largest window: what a host that compresses files in advance sends.
const QUALITY: i32 = 11;
const WINDOW_BITS: i32 = 22;

/// Every file below `folder`, sorted by path, without the compressed variants.
///
/// # Errors
///
/// The folder cannot be read.
pub fn files(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| Failure::io(folder, &error))? {
        let path = entry.map_err(|error| Failure::io(folder, &error))?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else if path.extension().is_none_or(|extension| extension != "br") {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// The path of a file relative to a folder, with `/` as separator.
pub fn relative(file: &Path, folder: &Path) -> String {
    file.strip_prefix(folder).unwrap_or(file).to_string_lossy().replace('\\', "/")
}

/// SHA-256 in hexadecimal digits.
pub fn sha256(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    Sha256::digest(bytes).iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Writes the compressed variant of every file below `folder` that is smaller than the file itself.
///
/// # Errors
///
/// A file cannot be read or written.
pub fn compress(folder: &Path) -> Outcome {
    for file in files(folder)? {
        let plain = fs::read(&file).map_err(|error| Failure::io(&file, &error))?;
        let small = compressed(&plain).map_err(|error| Failure::io(&file, &error))?;
        if let Some(variant) = brotli_path(&file).filter(|_| small.len() < plain.len()) {
            fs::write(&variant, small).map_err(|error| Failure::io(&variant, &error))?;
        }
    }
    Ok(())
}

/// Removes the compressed variant of every file below `folder`: a server would send it instead of a file that has
/// changed since.
///
/// # Errors
///
/// One cannot be removed.
pub fn remove_compressed(folder: &Path) -> Outcome {
    for variant in files(folder)?.iter().filter_map(|file| brotli_path(file)).filter(|variant| variant.is_file()) {
        fs::remove_file(&variant).map_err(|error| Failure::io(&variant, &error))?;
    }
    Ok(())
}

fn compressed(mut plain: &[u8]) -> std::io::Result<Vec<u8>> {
    let settings = BrotliEncoderParams {
        quality: QUALITY,
        lgwin: WINDOW_BITS,
        size_hint: plain.len(),
        ..BrotliEncoderParams::default()
    };
    let mut small = Vec::new();
    brotli::BrotliCompress(&mut plain, &mut small, &settings)?;
    Ok(small)
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    #[test]
    fn compressed_bytes_decompress_to_the_same() {
        let plain = "the same words over and over, ".repeat(200);
        let small = compressed(plain.as_bytes()).expect("memory holds it");
        assert!(small.len() < plain.len() / 20, "{} bytes", small.len());
        let mut again = String::new();
        let mut decompressor = brotli::Decompressor::new(small.as_slice(), 4096);
        decompressor.read_to_string(&mut again).expect("it was compressed by this very library");
        assert_eq!(again, plain);
    }

    #[test]
    fn a_compressed_variant_is_written_only_where_it_is_smaller() {
        let folder = std::env::temp_dir().join(format!("kerb-and-quay-compress-{}", std::process::id()));
        fs::create_dir_all(folder.join("deep")).expect("a folder in the temporary folder");
        fs::write(folder.join("deep").join("long.css"), "a{} ".repeat(500)).expect("a file");
        fs::write(folder.join("tiny.txt"), "a").expect("a file");
        let found = files(&folder).expect("it is there");
        compress(&folder).expect("the files can be read");
        assert!(folder.join("deep").join("long.css.br").is_file());
        assert!(!folder.join("tiny.txt.br").exists());
        assert_eq!(files(&folder).as_ref(), Ok(&found), "compressed variants are not files of the page");
        remove_compressed(&folder).expect("they can be removed");
        assert!(!folder.join("deep").join("long.css.br").exists());
        assert_eq!(files(&folder), Ok(found), "the files themselves stay");
        fs::remove_dir_all(folder).expect("it was made above");
    }
}
