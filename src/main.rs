//! The program `jhur`: arguments in, exit code out. Only here the clock, the environment and the
//! terminal are read, and the process is ended; [`cli`] gets them as values.

use jhur::cli::{self, Environment};
use jhur::diag::ExitStatus;
use std::io::{IsTerminal as _, Write as _};
use std::panic::PanicHookInfo;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Once;
use std::time::{SystemTime, UNIX_EPOCH};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    std::panic::set_hook(Box::new(report_panic));
    // Where the machine has no room for threads, parallel loops would panic later.
    if rayon::ThreadPoolBuilder::new().build_global().is_err() {
        return report_out_of_memory();
    }
    // After a panic, 2: the shell must not see Rust's own 101, which no document promises.
    let code = std::panic::catch_unwind(|| cli::run(std::env::args_os(), &read_environment()));
    ExitCode::from(code.unwrap_or_else(|_| ExitStatus::ProgramError.exit_code()))
}

#[expect(
    clippy::disallowed_methods,
    reason = "the one place that asks the clock"
)]
fn read_environment() -> Environment {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    let now = now.map_or(0, |since| since.as_secs());
    Environment {
        now: i64::try_from(now).unwrap_or(0),
        lang: variable("JHUR_LANG"),
        key_password: variable("JHUR_KEY_PASSWORD"),
        source_date_epoch: variable("SOURCE_DATE_EPOCH"),
        editor: variable("VISUAL").or_else(|| variable("EDITOR")),
        columns: variable("COLUMNS").and_then(|columns| columns.parse().ok()),
        executable: executable_path(),
        shows_progress: std::io::stderr().is_terminal()
            && variable("TERM").is_none_or(|term| term != "dumb"),
        is_interactive: std::io::stdin().is_terminal() && std::io::stdout().is_terminal(),
    }
}

/// An environment variable. Returns `None` if it is not set, or empty.
#[expect(
    clippy::disallowed_methods,
    reason = "the one place that reads the environment"
)]
fn variable(name: &str) -> Option<String> {
    let value = std::env::var_os(name)?.to_string_lossy().into_owned();
    (!value.is_empty()).then_some(value)
}

/// The file of this program; on Linux the one that runs, even if an update has replaced it.
fn executable_path() -> Option<PathBuf> {
    if cfg!(target_os = "linux") {
        Some("/proc/self/exe".into())
    } else {
        std::env::current_exe().ok()
    }
}

/// Reports that there is no memory for threads; in both languages, since none is chosen yet.
fn report_out_of_memory() -> ExitCode {
    let _ = writeln!(
        std::io::stderr(),
        "Komputer ini sedang tidak punya cukup memori untuk jhur. \
         Catatan dan situs tidak diubah. Tutup program lain, lalu coba lagi.\n\
         This machine has too little memory left for jhur. \
         Records and site are unchanged. Close other programs, then try again."
    );
    ExitCode::from(ExitStatus::ProgramError.exit_code())
}

/// Reports a panic, an error of the program itself: without a stack, with what to do, and once
/// only, however many threads panic.
fn report_panic(info: &PanicHookInfo<'_>) {
    static REPORTED: Once = Once::new();
    let place = match info.location() {
        Some(location) => format!(" ({}:{})", location.file(), location.line()),
        None => String::new(),
    };
    REPORTED.call_once(|| {
        let _ = writeln!(
            std::io::stderr(),
            "Ada yang salah di dalam jhur sendiri{place}. \
             Catatan dan situs tidak diubah. Mohon laporkan pesan ini.\n\
             Something is wrong inside jhur itself{place}. \
             Records and site are unchanged. Please report this message."
        );
    });
}
