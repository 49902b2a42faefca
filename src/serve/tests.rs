//! The preview as a browser and a search index meet it.

use std::collections::BTreeMap;
use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::path::PathBuf;
use std::thread;

use tempfile::TempDir;

use super::*;
use crate::publish::{Guarded, Site};

const FILES: &[(&str, &str)] = &[
    ("index.html", "home"),
    ("404.html", "nothing here"),
    ("units/a/index.html", "unit a"),
    ("empty/data.csv", "a,b\n"),
    ("search/index.bin", "0123456789"),
    ("nought.txt", ""),
];

struct Answer {
    status: u16,
    headers: BTreeMap<String, String>,
    body: String,
}

/// A site of `files` and the address of its preview.
fn preview(files: &[(&str, &str)]) -> (TempDir, SocketAddr) {
    let temp = TempDir::new().unwrap();
    build(&temp, files);
    let server = Server::bind(&output(&temp), 0).unwrap();
    let address = server.address();
    thread::spawn(move || server.run());
    (temp, address)
}

fn output(temp: &TempDir) -> PathBuf {
    temp.path().join("public")
}

fn build(temp: &TempDir, files: &[(&str, &str)]) {
    let site = Site::open(&output(temp), &Guarded::new(temp.path())).unwrap();
    files.iter().for_each(|(path, text)| site.write(path, text.as_bytes()).unwrap());
    site.publish().unwrap();
}

fn ask(address: SocketAddr, method: &str, target: &str, header: &str) -> Answer {
    let mut stream = TcpStream::connect(address).unwrap();
    let header = if header.is_empty() { String::new() } else { format!("{header}\r\n") };
    let request =
        format!("{method} {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{header}\r\n");
    stream.write_all(request.as_bytes()).unwrap();
    let mut text = String::new();
    stream.read_to_string(&mut text).unwrap();
    let (head, body) = text.split_once("\r\n\r\n").unwrap();
    let mut lines = head.lines();
    let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
    let pair =
        |line: &str| line.split_once(": ").map(|(name, value)| (name.to_lowercase(), value.to_owned()));
    Answer { status, headers: lines.filter_map(pair).collect(), body: body.to_owned() }
}

#[test]
fn folders_have_their_index_and_what_is_not_there_has_its_page() {
    let (_temp, address) = preview(FILES);
    assert!(address.ip().is_loopback());
    let cases = [
        ("/", 200, "home"),
        ("/units/a/", 200, "unit a"),
        ("/units/a/?q=x", 200, "unit a"),
        ("/units/a", 307, ""),
        ("/empty/", 404, "nothing here"),
        ("/absent", 404, "nothing here"),
        ("/index.html/", 404, "nothing here"),
    ];
    for (target, status, body) in cases {
        let answer = ask(address, "GET", target, "");
        assert_eq!((answer.status, answer.body.as_str()), (status, body), "{target}");
    }
    assert_eq!(ask(address, "GET", "/units/a", "").headers["location"], "/units/a/");
    let absent = ask(address, "GET", "/absent", "Range: bytes=0-1");
    assert_eq!((absent.status, absent.body.as_str()), (404, "nothing here"));
    assert_eq!(ask(address, "POST", "/", "").status, 405);
}

#[test]
fn a_site_without_a_page_for_it_still_answers_404() {
    let (_temp, address) = preview(&[("index.html", "home")]);
    assert_eq!(ask(address, "GET", "/absent", "").status, 404);
}

#[test]
fn byte_ranges_are_answered() {
    let (_temp, address) = preview(FILES);
    let cases = [
        ("bytes=2-4", 206, "bytes 2-4/10", "234"),
        ("bytes=7-", 206, "bytes 7-9/10", "789"),
        ("bytes=-3", 206, "bytes 7-9/10", "789"),
        ("bytes=8-99", 206, "bytes 8-9/10", "89"),
        ("bytes=0-0", 206, "bytes 0-0/10", "0"),
        ("bytes=10-", 416, "bytes */10", ""),
        ("bytes=5-2", 416, "bytes */10", ""),
    ];
    for (range, status, content_range, body) in cases {
        let answer = ask(address, "GET", "/search/index.bin", &format!("Range: {range}"));
        assert_eq!((answer.status, answer.body.as_str()), (status, body), "{range}");
        assert_eq!(answer.headers["content-range"], content_range, "{range}");
    }
    let whole = ask(address, "GET", "/search/index.bin", "");
    assert_eq!((whole.status, whole.headers["accept-ranges"].as_str()), (200, "bytes"));
}

#[test]
fn head_tells_the_length_without_the_body() {
    let (_temp, address) = preview(FILES);
    for (target, status, length) in
        [("/", 200, "4"), ("/search/index.bin", 200, "10"), ("/absent", 404, "12")]
    {
        let answer = ask(address, "HEAD", target, "");
        assert_eq!((answer.status, answer.headers["content-length"].as_str()), (status, length), "{target}");
        assert_eq!(answer.body, "");
    }
    assert_eq!(ask(address, "GET", "/nought.txt", "").headers["content-length"], "0");
}

#[test]
fn every_kind_of_file_has_its_type() {
    let kinds = [
        ("html", "text/html; charset=utf-8"),
        ("css", "text/css; charset=utf-8"),
        ("js", "text/javascript; charset=utf-8"),
        ("json", "application/json"),
        ("jsonl", "application/jsonl"),
        ("csv", "text/csv; charset=utf-8"),
        ("svg", "image/svg+xml"),
        ("xml", "text/xml; charset=utf-8"),
        ("txt", "text/plain; charset=utf-8"),
        ("wasm", "application/wasm"),
        ("png", "image/png"),
        ("webp", "image/webp"),
        ("ico", "image/x-icon"),
        ("bin", "application/octet-stream"),
    ];
    let names: Vec<String> = kinds.iter().map(|(kind, _)| format!("f.{kind}")).collect();
    let files: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "x")).collect();
    let (_temp, address) = preview(&files);
    for (kind, expected) in kinds {
        let answer = ask(address, "GET", &format!("/f.{kind}"), "");
        assert_eq!((answer.status, answer.headers["content-type"].as_str()), (200, expected), "{kind}");
        assert_eq!(answer.headers["x-content-type-options"], "nosniff");
    }
    assert_eq!(ask(address, "GET", "/absent.jsonl", "").headers["content-type"], "text/plain; charset=utf-8");
}

#[test]
fn nothing_outside_the_site_is_served() {
    let (temp, address) = preview(FILES);
    let mut secret = tempfile::Builder::new().prefix("secret").tempfile_in(temp.path()).unwrap();
    secret.write_all(b"secret").unwrap();
    let name = secret.path().file_name().unwrap().to_str().unwrap().to_owned();
    let ways = [
        "/../",
        "/%2e%2e/",
        "/..%2f",
        "/%2e%2e%2f",
        "/units/../../",
        "/units/..%5c..%5c",
        "//..//",
        "/%00/../",
    ];
    for way in ways {
        let answer = ask(address, "GET", &format!("{way}{name}"), "");
        assert!(matches!(answer.status, 400 | 404), "{way}: {}", answer.status);
        assert!(!answer.body.contains("secret"), "{way}");
    }
    let absolute = ask(address, "GET", &format!("//{}", secret.path().display()), "");
    assert_eq!(absolute.status, 404);
}

#[test]
fn a_site_built_anew_is_seen_at_the_next_request() {
    let (temp, address) = preview(FILES);
    let first = ask(address, "GET", "/", "");
    assert_eq!(first.headers["cache-control"], "no-cache");
    build(&temp, &[("index.html", "a new home")]);
    let condition = format!("If-None-Match: {}", first.headers["etag"]);
    let second = ask(address, "GET", "/", &condition);
    assert_eq!((second.status, second.body.as_str()), (200, "a new home"));
    let condition = format!("If-None-Match: {}", second.headers["etag"]);
    assert_eq!(ask(address, "GET", "/", &condition).status, 304);
}

#[test]
fn a_taken_port_and_a_folder_without_a_site_are_refused() {
    let (temp, address) = preview(FILES);
    assert_eq!(Server::bind(&output(&temp), address.port()).unwrap_err().code(), "E0901");
    assert_eq!(Server::bind(temp.path(), 0).unwrap_err().code(), "E0812");
}
