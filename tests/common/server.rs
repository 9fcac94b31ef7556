//! `jhur serve` in a test: started at a free port, asked over a plain socket, ended with the test.

use super::program::command;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Stdio};
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

/// A running server; ended with the test.
pub struct Server {
    child: Child,
    pub port: u16,
    /// The lines of its standard error.
    lines: Mutex<Receiver<String>>,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A response.
pub struct Response {
    pub status: u16,
    pub head: String,
    pub body: Vec<u8>,
}

impl Response {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// A header of the response; empty if it has none of that name.
    pub fn header(&self, name: &str) -> &str {
        let mut lines = self.head.lines();
        let start = format!("{name}: ");
        lines
            .find_map(|line| line.strip_prefix(&start))
            .unwrap_or_default()
    }
}

/// How long a machine that is busy with other things may take.
const PATIENCE: Duration = Duration::from_secs(30);

impl Server {
    /// Starts it for the site in a folder as of 2023-06-30; returns once it listens.
    pub fn start(root: &Path, args: &[&str]) -> Self {
        let args = [&["serve", "--port", "0", "--as-of", "2023-06-30"], args].concat();
        let mut child = command(root, &args).stderr(Stdio::piped()).spawn().unwrap();
        let (sender, lines) = channel();
        let stderr = BufReader::new(child.stderr.take().unwrap());
        // Read to the end, also when nobody waits for a line: a full pipe would stop the server.
        std::thread::spawn(move || {
            for line in stderr.lines().map_while(Result::ok) {
                if sender.send(line).is_err() {
                    break;
                }
            }
        });
        let line = lines.recv_timeout(PATIENCE).unwrap();
        let (_, address) = line
            .split_once("http://127.0.0.1:")
            .unwrap_or_else(|| panic!("{line}"));
        let port = address.split('/').next().unwrap().parse().unwrap();
        Self {
            child,
            port,
            lines: Mutex::new(lines),
        }
    }

    /// Waits for a line on its standard error that has this text.
    pub fn wait_for_line(&self, text: &str) {
        let lines = self.lines.lock().unwrap();
        let until = Instant::now() + PATIENCE;
        while let Ok(line) = lines.recv_timeout(until.saturating_duration_since(Instant::now())) {
            if line.contains(text) {
                return;
            }
        }
        panic!("no line with {text}");
    }

    /// Sends bytes and reads all of the response.
    pub fn send(&self, request: &str) -> Response {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let end = bytes
            .windows(4)
            .position(|w| w == b"\r\n\r\n")
            .unwrap_or_else(|| panic!("{request}: no response"));
        let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Response {
            status,
            head,
            body: bytes[end + 4..].to_vec(),
        }
    }

    /// A request without a body.
    pub fn request(&self, method: &str, path: &str, host: &str) -> Response {
        self.send(&format!(
            "{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
        ))
    }

    pub fn get(&self, path: &str) -> Response {
        self.request("GET", path, &format!("127.0.0.1:{}", self.port))
    }

    /// Asks for a page until it is as wanted; gives it.
    pub fn get_until(&self, path: &str, what: &str, is_wanted: impl Fn(&str) -> bool) -> String {
        let began = Instant::now();
        loop {
            let text = self.get(path).text();
            if is_wanted(&text) {
                return text;
            }
            assert!(began.elapsed() < PATIENCE, "never: {what}\n{text}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}
