//! `jhur serve` in a test: started at a free port, asked over a plain socket, ended with the test.

use super::laid::{copy, tests};
use super::program::command;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Stdio};
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// A running server; ended with the test.
pub struct Server {
    child: Child,
    pub port: u16,
    said: Mutex<Receiver<String>>,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// An answer.
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// How long a machine that is busy with other things may take.
const PATIENCE: Duration = Duration::from_secs(30);

impl Server {
    pub fn start(root: &Path, args: &[&str]) -> Self {
        let args = [&["serve", "--port", "0", "--as-of", "2023-06-30"], args].concat();
        let mut child = command(root, &args).stderr(Stdio::piped()).spawn().unwrap();
        let (sender, said) = channel();
        let lines = BufReader::new(child.stderr.take().unwrap()).lines();
        std::thread::spawn(move || {
            lines
                .map_while(Result::ok)
                .try_for_each(|line| sender.send(line))
        });
        let line = said.recv_timeout(PATIENCE).unwrap();
        let port = line
            .split_once("http://127.0.0.1:")
            .unwrap_or_else(|| panic!("{line}"))
            .1;
        let port = port.split('/').next().unwrap().parse().unwrap();
        Self {
            child,
            port,
            said: Mutex::new(said),
        }
    }

    /// Waits until the terminal says so.
    pub fn says(&self, word: &str) {
        let said = self.said.lock().unwrap();
        let until = Instant::now() + PATIENCE;
        while let Ok(line) = said.recv_timeout(until.saturating_duration_since(Instant::now())) {
            if line.contains(word) {
                return;
            }
        }
        panic!("the terminal never said {word}");
    }

    /// Sends bytes and reads all of the answer.
    pub fn send(&self, request: &str) -> Answer {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let end = bytes
            .windows(4)
            .position(|w| w == b"\r\n\r\n")
            .unwrap_or_else(|| panic!("{request}: no answer"));
        let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Answer {
            status,
            head,
            body: bytes[end + 4..].to_vec(),
        }
    }

    pub fn ask(&self, method: &str, path: &str, host: &str) -> Answer {
        self.send(&format!(
            "{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
        ))
    }

    pub fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, &format!("127.0.0.1:{}", self.port))
    }

    /// The page, once it is as it should be.
    pub fn until(&self, path: &str, what: &str, is: impl Fn(&str) -> bool) -> String {
        let began = Instant::now();
        loop {
            let text = self.get(path).text();
            if is(&text) {
                return text;
            }
            assert!(began.elapsed() < PATIENCE, "never: {what}\n{text}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

/// The made-up site, in a folder of its own.
pub fn site() -> TempDir {
    let dir = TempDir::new().unwrap();
    copy(
        &tests().join("sites/riwayat/content"),
        &dir.path().join("content"),
    );
    dir
}
