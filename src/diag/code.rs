//! Every rule's code: stable for ever, so that a guide, a search engine or a colleague can be asked about it.
//!
//! The words of each stand in `i18n/*/faults.ftl`, an example that breaks it and one that passes in `tests/examples/`.

/// Does the site get built all the same?
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// No.
    Error,
    /// Yes.
    Warning,
}

/// How the program ends when this is the worst that happened; the numbers are those of site.md.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Exit {
    /// 1: there are faults in the records.
    Faults,
    /// 2: the program could not do its work.
    Program,
}

/// What a fault says about the record it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// A part of it could not be read.
    Reading,
    /// Something is missing in it.
    Absence,
    /// Anything else.
    Other,
}

/// A rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each is documented by its text in i18n/*/faults.ftl")]
pub enum Code {
    FileUnreadable,
    NotUtf8,
    EmptyFile,
    FileTooLarge,
    BadYaml,
    TabIndent,
    UnclosedQuote,
    UnclosedBracket,
    ColonInText,
    SpecialStart,
    LookAlike,
    CutByHash,
    Tag,
    Anchor,
    MergeKey,
    DuplicateKey,
    SeveralDocuments,
    HiddenCharacter,
    ConflictMarker,
    TooDeep,
    StrangeFile,
    MissingFile,
    LinkedFile,
    BadFrontMatter,
    BadMap,
    TooMany,
    FileTwice,
    PiledMarks,
    SheetColumnUnknown,
    SheetUnknown,
    SheetColumn,
    SheetRow,
    SheetCell,
    NotChangeable,
    UnknownKey,
    MissingKey,
    WrongKind,
    NotInVocabulary,
    NotABoolean,
    NotANumber,
    BadKey,
    BadDay,
    BadDue,
    BadUrl,
    BadReference,
    EmptyText,
    TextTooLong,
    ReservedKey,
    FormatUnknown,
    BadBaseUrl,
    BadAreaCode,
    NoContact,
    LanguageMissing,
    StopNumberTwice,
    KeyTwice,
    UnknownDistrict,
    UnknownVillage,
    UnknownOffice,
    UnknownTopic,
    UnknownSource,
    UnknownAbout,
    UnknownAgain,
    AgainNotEarlier,
    UnknownReplacement,
    ReplacementCycle,
    TopicCycle,
    UnknownCorrected,
    DeadLink,
    AddressTwice,
    PageTooLarge,
    LogUnreadable,
    LogChainBroken,
    LogBodyChanged,
    LogOutOfOrder,
    RecordVanished,
    FormerlyWrong,
    KeyVanished,
    ReleaseBackwards,
    LogForgotten,
    NotReleased,
    NotPublished,
    FileMissing,
    FileChanged,
    FileUnknown,
    FileNotFromRecords,
    SignatureWrong,
    FileUnmade,
    UntilBeforeDate,
    FollowUpBeforeStop,
    SourcesTooEarly,
    InTheFuture,
    DueBeforePromise,
    PromiseWithoutCommitment,
    CommitmentWithoutPromise,
    ReferredWithoutTo,
    FollowUpWithoutSource,
    VerifiedByOfficeOnly,
    SupersededWithoutReplacement,
    DecisionWithoutBy,
    RelatedWithStatus,
    StatusNotAboutCommitment,
    ReopenedWithoutWord,
    CheckWithStatus,
    DueNotAboutCommitment,
    AspirationWithoutText,
    NothingThere,
    FewerThanHeard,
    NoDeadline,
    NoNews,
    NoArchivedCopy,
    LongTitle,
    SourceUsedOften,
    Unanswered,
    SourceDead,
    SourceUnsure,
    SourceMoved,
    NameWithoutConsent,
    LooksLikeNik,
    LooksLikePhone,
    LooksLikeEmail,
    StruckOut,
    PhotoMissing,
    PhotoFileName,
    PhotoWithPlace,
    PhotoUnreadable,
    PhotoTooLarge,
    TemplateBroken,
    StringsBroken,
    ThemeUnknown,
    ThemeFileUnknown,
    ThemeSettings,
    CannotWrite,
    CannotRead,
    NotOurFolder,
    ForeignFile,
    BusyFolder,
    FolderInTheWay,
    NoSite,
    AlreadyThere,
    BadArgument,
    UnknownCode,
    CannotSign,
    NoPort,
    BadSpreadsheet,
}

struct Row {
    code: Code,
    id: &'static str,
    severity: Severity,
    exit: Exit,
    kind: Kind,
}

const fn row(code: Code, id: &'static str, severity: Severity, exit: Exit, kind: Kind) -> Row {
    Row { code, id, severity, exit, kind }
}

/// In the order of the variants.
#[rustfmt::skip]
const TABLE: &[Row] = &[
    // J1: files and YAML
    row(Code::FileUnreadable, "J101", Severity::Error, Exit::Faults, Kind::Reading),
    row(Code::NotUtf8, "J102", Severity::Error, Exit::Faults, Kind::Reading),
    row(Code::EmptyFile, "J103", Severity::Error, Exit::Faults, Kind::Reading),
    row(Code::FileTooLarge, "J104", Severity::Error, Exit::Faults, Kind::Reading),
    row(Code::BadYaml, "J105", Severity::Error, Exit::Faults, Kind::Reading),
    row(Code::TabIndent, "J106", Severity::Error, Exit::Faults, Kind::Reading),
    row(Code::UnclosedQuote, "J107", Severity::Error, Exit::Faults, Kind::Reading),
    row(Code::UnclosedBracket, "J108", Severity::Error, Exit::Faults, Kind::Reading),
    row(Code::ColonInText, "J109", Severity::Error, Exit::Faults, Kind::Reading),
    row(Code::SpecialStart, "J110", Severity::Error, Exit::Faults, Kind::Reading),
    row(Code::LookAlike, "J111", Severity::Error, Exit::Faults, Kind::Reading),
    row(Code::CutByHash, "J112", Severity::Error, Exit::Faults, Kind::Reading),
    row(Code::Tag, "J113", Severity::Error, Exit::Faults, Kind::Reading),
    row(Code::Anchor, "J114", Severity::Error, Exit::Faults, Kind::Reading),
    row(Code::MergeKey, "J115", Severity::Error, Exit::Faults, Kind::Reading),
    row(Code::DuplicateKey, "J116", Severity::Error, Exit::Faults, Kind::Reading),
    row(Code::SeveralDocuments, "J117", Severity::Error, Exit::Faults, Kind::Reading),
    row(Code::HiddenCharacter, "J118", Severity::Error, Exit::Faults, Kind::Reading),
    row(Code::ConflictMarker, "J119", Severity::Error, Exit::Faults, Kind::Reading),
    row(Code::TooDeep, "J120", Severity::Error, Exit::Faults, Kind::Reading),
    row(Code::StrangeFile, "J121", Severity::Warning, Exit::Faults, Kind::Other),
    row(Code::MissingFile, "J122", Severity::Error, Exit::Faults, Kind::Reading),
    row(Code::LinkedFile, "J123", Severity::Error, Exit::Faults, Kind::Reading),
    row(Code::BadFrontMatter, "J124", Severity::Error, Exit::Faults, Kind::Reading),
    row(Code::BadMap, "J125", Severity::Error, Exit::Faults, Kind::Reading),
    row(Code::TooMany, "J126", Severity::Error, Exit::Faults, Kind::Reading),
    row(Code::FileTwice, "J127", Severity::Error, Exit::Faults, Kind::Other),
    row(Code::PiledMarks, "J128", Severity::Error, Exit::Faults, Kind::Reading),
    row(Code::SheetColumnUnknown, "J131", Severity::Error, Exit::Faults, Kind::Other),
    row(Code::SheetUnknown, "J132", Severity::Warning, Exit::Faults, Kind::Other),
    row(Code::SheetColumn, "J133", Severity::Error, Exit::Faults, Kind::Other),
    row(Code::SheetRow, "J134", Severity::Error, Exit::Faults, Kind::Other),
    row(Code::SheetCell, "J135", Severity::Error, Exit::Faults, Kind::Other),
    row(Code::NotChangeable, "J136", Severity::Error, Exit::Faults, Kind::Other),
    // J2: keys, types, values
    row(Code::UnknownKey, "J201", Severity::Error, Exit::Faults, Kind::Reading),
    row(Code::MissingKey, "J202", Severity::Error, Exit::Faults, Kind::Absence),
    row(Code::WrongKind, "J203", Severity::Error, Exit::Faults, Kind::Reading),
    row(Code::NotInVocabulary, "J204", Severity::Error, Exit::Faults, Kind::Reading),
    row(Code::NotABoolean, "J205", Severity::Error, Exit::Faults, Kind::Reading),
    row(Code::NotANumber, "J206", Severity::Error, Exit::Faults, Kind::Reading),
    row(Code::BadKey, "J207", Severity::Error, Exit::Faults, Kind::Reading),
    row(Code::BadDay, "J208", Severity::Error, Exit::Faults, Kind::Reading),
    row(Code::BadDue, "J209", Severity::Error, Exit::Faults, Kind::Reading),
    row(Code::BadUrl, "J210", Severity::Error, Exit::Faults, Kind::Reading),
    row(Code::BadReference, "J211", Severity::Error, Exit::Faults, Kind::Reading),
    row(Code::EmptyText, "J212", Severity::Error, Exit::Faults, Kind::Reading),
    row(Code::TextTooLong, "J213", Severity::Error, Exit::Faults, Kind::Reading),
    row(Code::ReservedKey, "J214", Severity::Error, Exit::Faults, Kind::Reading),
    row(Code::FormatUnknown, "J215", Severity::Error, Exit::Faults, Kind::Reading),
    row(Code::BadBaseUrl, "J216", Severity::Error, Exit::Faults, Kind::Reading),
    row(Code::BadAreaCode, "J217", Severity::Error, Exit::Faults, Kind::Reading),
    row(Code::NoContact, "J218", Severity::Warning, Exit::Faults, Kind::Absence),
    row(Code::LanguageMissing, "J219", Severity::Error, Exit::Faults, Kind::Absence),
    // J3: what is named must exist
    row(Code::StopNumberTwice, "J301", Severity::Error, Exit::Faults, Kind::Other),
    row(Code::KeyTwice, "J302", Severity::Error, Exit::Faults, Kind::Other),
    row(Code::UnknownDistrict, "J303", Severity::Error, Exit::Faults, Kind::Other),
    row(Code::UnknownVillage, "J304", Severity::Error, Exit::Faults, Kind::Other),
    row(Code::UnknownOffice, "J305", Severity::Error, Exit::Faults, Kind::Other),
    row(Code::UnknownTopic, "J306", Severity::Error, Exit::Faults, Kind::Other),
    row(Code::UnknownSource, "J307", Severity::Error, Exit::Faults, Kind::Other),
    row(Code::UnknownAbout, "J308", Severity::Error, Exit::Faults, Kind::Other),
    row(Code::UnknownAgain, "J309", Severity::Error, Exit::Faults, Kind::Other),
    row(Code::AgainNotEarlier, "J310", Severity::Error, Exit::Faults, Kind::Other),
    row(Code::UnknownReplacement, "J311", Severity::Error, Exit::Faults, Kind::Other),
    row(Code::ReplacementCycle, "J312", Severity::Error, Exit::Faults, Kind::Other),
    row(Code::TopicCycle, "J313", Severity::Error, Exit::Faults, Kind::Other),
    row(Code::UnknownCorrected, "J314", Severity::Error, Exit::Faults, Kind::Other),
    row(Code::DeadLink, "J315", Severity::Error, Exit::Faults, Kind::Other),
    row(Code::AddressTwice, "J316", Severity::Error, Exit::Faults, Kind::Other),
    row(Code::PageTooLarge, "J317", Severity::Error, Exit::Faults, Kind::Other),
    row(Code::LogUnreadable, "J321", Severity::Error, Exit::Faults, Kind::Other),
    row(Code::LogChainBroken, "J322", Severity::Error, Exit::Faults, Kind::Other),
    row(Code::LogBodyChanged, "J323", Severity::Error, Exit::Faults, Kind::Other),
    row(Code::LogOutOfOrder, "J324", Severity::Error, Exit::Faults, Kind::Other),
    row(Code::RecordVanished, "J325", Severity::Error, Exit::Faults, Kind::Other),
    row(Code::FormerlyWrong, "J326", Severity::Error, Exit::Faults, Kind::Other),
    row(Code::KeyVanished, "J327", Severity::Error, Exit::Faults, Kind::Other),
    row(Code::ReleaseBackwards, "J328", Severity::Error, Exit::Faults, Kind::Other),
    row(Code::LogForgotten, "J329", Severity::Error, Exit::Faults, Kind::Other),
    row(Code::NotReleased, "J331", Severity::Error, Exit::Faults, Kind::Other),
    row(Code::NotPublished, "J332", Severity::Error, Exit::Faults, Kind::Other),
    row(Code::FileMissing, "J333", Severity::Error, Exit::Faults, Kind::Other),
    row(Code::FileChanged, "J334", Severity::Error, Exit::Faults, Kind::Other),
    row(Code::FileUnknown, "J335", Severity::Warning, Exit::Faults, Kind::Other),
    row(Code::FileNotFromRecords, "J336", Severity::Error, Exit::Faults, Kind::Other),
    row(Code::SignatureWrong, "J337", Severity::Error, Exit::Faults, Kind::Other),
    row(Code::FileUnmade, "J338", Severity::Error, Exit::Faults, Kind::Other),
    // J4: days in order
    row(Code::UntilBeforeDate, "J401", Severity::Error, Exit::Faults, Kind::Other),
    row(Code::FollowUpBeforeStop, "J402", Severity::Error, Exit::Faults, Kind::Other),
    row(Code::SourcesTooEarly, "J403", Severity::Error, Exit::Faults, Kind::Other),
    row(Code::InTheFuture, "J404", Severity::Error, Exit::Faults, Kind::Other),
    row(Code::DueBeforePromise, "J405", Severity::Error, Exit::Faults, Kind::Other),
    // J5: answers, commitments, evidence
    row(Code::PromiseWithoutCommitment, "J501", Severity::Error, Exit::Faults, Kind::Absence),
    row(Code::CommitmentWithoutPromise, "J502", Severity::Error, Exit::Faults, Kind::Other),
    row(Code::ReferredWithoutTo, "J503", Severity::Error, Exit::Faults, Kind::Absence),
    row(Code::FollowUpWithoutSource, "J504", Severity::Error, Exit::Faults, Kind::Absence),
    row(Code::VerifiedByOfficeOnly, "J505", Severity::Error, Exit::Faults, Kind::Absence),
    row(Code::SupersededWithoutReplacement, "J506", Severity::Error, Exit::Faults, Kind::Absence),
    row(Code::DecisionWithoutBy, "J507", Severity::Error, Exit::Faults, Kind::Absence),
    row(Code::RelatedWithStatus, "J508", Severity::Error, Exit::Faults, Kind::Other),
    row(Code::StatusNotAboutCommitment, "J509", Severity::Error, Exit::Faults, Kind::Other),
    row(Code::ReopenedWithoutWord, "J510", Severity::Error, Exit::Faults, Kind::Absence),
    row(Code::CheckWithStatus, "J511", Severity::Error, Exit::Faults, Kind::Other),
    row(Code::DueNotAboutCommitment, "J512", Severity::Error, Exit::Faults, Kind::Other),
    row(Code::AspirationWithoutText, "J513", Severity::Error, Exit::Faults, Kind::Absence),
    row(Code::NothingThere, "J514", Severity::Error, Exit::Faults, Kind::Other),
    row(Code::FewerThanHeard, "J551", Severity::Warning, Exit::Faults, Kind::Absence),
    row(Code::NoDeadline, "J552", Severity::Warning, Exit::Faults, Kind::Absence),
    row(Code::NoNews, "J553", Severity::Warning, Exit::Faults, Kind::Absence),
    row(Code::NoArchivedCopy, "J554", Severity::Warning, Exit::Faults, Kind::Absence),
    row(Code::LongTitle, "J555", Severity::Warning, Exit::Faults, Kind::Other),
    row(Code::SourceUsedOften, "J556", Severity::Warning, Exit::Faults, Kind::Other),
    row(Code::Unanswered, "J557", Severity::Warning, Exit::Faults, Kind::Absence),
    row(Code::SourceDead, "J558", Severity::Warning, Exit::Faults, Kind::Other),
    row(Code::SourceUnsure, "J559", Severity::Warning, Exit::Faults, Kind::Other),
    row(Code::SourceMoved, "J560", Severity::Warning, Exit::Faults, Kind::Other),
    // J6: privacy
    row(Code::NameWithoutConsent, "J601", Severity::Error, Exit::Faults, Kind::Absence),
    row(Code::LooksLikeNik, "J602", Severity::Error, Exit::Faults, Kind::Other),
    row(Code::LooksLikePhone, "J603", Severity::Error, Exit::Faults, Kind::Other),
    row(Code::LooksLikeEmail, "J604", Severity::Error, Exit::Faults, Kind::Other),
    row(Code::StruckOut, "J605", Severity::Error, Exit::Faults, Kind::Other),
    // J7: photographs
    row(Code::PhotoMissing, "J701", Severity::Error, Exit::Faults, Kind::Other),
    row(Code::PhotoFileName, "J702", Severity::Error, Exit::Faults, Kind::Other),
    row(Code::PhotoWithPlace, "J703", Severity::Warning, Exit::Faults, Kind::Other),
    row(Code::PhotoUnreadable, "J704", Severity::Error, Exit::Faults, Kind::Other),
    row(Code::PhotoTooLarge, "J705", Severity::Error, Exit::Faults, Kind::Other),
    // J8: the theme
    row(Code::TemplateBroken, "J801", Severity::Error, Exit::Program, Kind::Other),
    row(Code::StringsBroken, "J802", Severity::Error, Exit::Program, Kind::Other),
    row(Code::ThemeUnknown, "J803", Severity::Error, Exit::Program, Kind::Other),
    row(Code::ThemeFileUnknown, "J804", Severity::Error, Exit::Program, Kind::Other),
    row(Code::ThemeSettings, "J805", Severity::Error, Exit::Program, Kind::Other),
    // J9: the program and the machine
    row(Code::CannotWrite, "J901", Severity::Error, Exit::Program, Kind::Other),
    row(Code::CannotRead, "J902", Severity::Error, Exit::Program, Kind::Other),
    row(Code::NotOurFolder, "J903", Severity::Error, Exit::Program, Kind::Other),
    row(Code::ForeignFile, "J904", Severity::Error, Exit::Program, Kind::Other),
    row(Code::BusyFolder, "J905", Severity::Error, Exit::Program, Kind::Other),
    row(Code::FolderInTheWay, "J906", Severity::Error, Exit::Program, Kind::Other),
    row(Code::NoSite, "J907", Severity::Error, Exit::Program, Kind::Other),
    row(Code::AlreadyThere, "J908", Severity::Error, Exit::Program, Kind::Other),
    row(Code::BadArgument, "J909", Severity::Error, Exit::Program, Kind::Other),
    row(Code::UnknownCode, "J910", Severity::Error, Exit::Program, Kind::Other),
    row(Code::CannotSign, "J911", Severity::Error, Exit::Program, Kind::Other),
    row(Code::NoPort, "J912", Severity::Error, Exit::Program, Kind::Other),
    row(Code::BadSpreadsheet, "J913", Severity::Error, Exit::Program, Kind::Other),
];

impl Code {
    fn row(self) -> &'static Row {
        &TABLE[self as usize]
    }

    /// `J301`.
    pub fn id(self) -> &'static str {
        self.row().id
    }

    /// The rule of an id, in whatever case it was typed.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::all().find(|code| code.id().eq_ignore_ascii_case(id))
    }

    /// Every rule, in order.
    pub fn all() -> impl Iterator<Item = Self> {
        TABLE.iter().map(|row| row.code)
    }

    /// Error or warning.
    pub fn severity(self) -> Severity {
        self.row().severity
    }

    /// How the program ends by it.
    pub fn exit(self) -> Exit {
        self.row().exit
    }

    /// Does it say that a part of a record could not be read?
    pub(crate) fn is_about_reading(self) -> bool {
        self.row().kind == Kind::Reading
    }

    pub(super) fn is_about_absence(self) -> bool {
        self.row().kind == Kind::Absence
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_the_order_of_the_variants() {
        assert!(TABLE.iter().enumerate().all(|(n, row)| row.code as usize == n));
        assert!(TABLE.windows(2).all(|w| w[0].id < w[1].id));
    }
}
