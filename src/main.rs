//! The program: arguments in, exit code out. Only here the clock, the environment and the terminal
//! are asked for, and the process is ended; everything else gets them as values.

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
    let ended = std::panic::catch_unwind(|| cli::run(std::env::args_os(), &read_environment()));
    ExitCode::from(ended.unwrap_or_else(|_| ExitStatus::ProgramError.exit_code()))
}

#[expect(
    clippy::disallowed_methods,
    reason = "the one place that reads the environment"
)]
fn read_environment() -> Environment {
    let text = |name: &str| {
        std::env::var_os(name)
            .map(|v| v.to_string_lossy().into_owned())
            .filter(|v| !v.is_empty())
    };
    let now = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |d| d.as_secs());
    Environment {
        now: i64::try_from(now).unwrap_or(0),
        lang: text("JHUR_LANG"),
        key_password: text("JHUR_KEY_PASSWORD"),
        source_date_epoch: text("SOURCE_DATE_EPOCH"),
        editor: text("VISUAL").or_else(|| text("EDITOR")),
        columns: text("COLUMNS").and_then(|c| c.parse().ok()),
        executable: executable_path(),
        shows_progress: std::io::stderr().is_terminal()
            && text("TERM").is_none_or(|term| term != "dumb"),
        is_interactive: std::io::stdin().is_terminal() && std::io::stdout().is_terminal(),
    }
}

/// The file of this program; on Linux the one that runs, even if an update has replaced it.
fn executable_path() -> Option<PathBuf> {
    if cfg!(target_os = "linux") {
        Some("/proc/self/exe".into())
    } else {
        std::env::current_exe().ok()
    }
}

/// Reports in both languages, since no messages are loaded yet, that there is no memory for
/// threads.
fn report_out_of_memory() -> ExitCode {
    let _ = writeln!(
        std::io::stderr(),
        "Komputer ini sedang tidak punya cukup memori untuk jhur. Catatan dan situs tidak diubah. Tutup program lain, lalu coba lagi.\n\
         This machine has too little memory left for jhur. Records and site are unchanged. Close other programs, then try again."
    );
    ExitCode::from(ExitStatus::ProgramError.exit_code())
}

/// Reports a panic, an error of the program itself: without a stack, with what to do, and once
/// only, however many threads panic.
fn report_panic(info: &PanicHookInfo<'_>) {
    static REPORTED: Once = Once::new();
    let place = info
        .location()
        .map(|l| format!(" ({}:{})", l.file(), l.line()))
        .unwrap_or_default();
    REPORTED.call_once(|| {
        let _ = writeln!(
            std::io::stderr(),
            "Ada yang salah di dalam jhur sendiri{place}. Catatan dan situs tidak diubah. Mohon laporkan pesan ini.\n\
             Something is wrong inside jhur itself{place}. Records and site are unchanged. Please report this message."
        );
    });
}
