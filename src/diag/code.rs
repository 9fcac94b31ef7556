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
pub enum FailureKind {
    /// 1: there are faults in the records.
    ContentErrors,
    /// 2: the program could not do its work.
    ProgramError,
}

/// What a fault says about the record it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum DiagnosticKind {
    /// A part of it could not be read.
    ReadError,
    /// Something is missing in it.
    MissingData,
    /// Anything else.
    Other,
}

/// A rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(
    missing_docs,
    reason = "each is documented by its text in i18n/*/faults.ftl"
)]
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
    UnquotedIndicator,
    ConfusableCharacter,
    TruncatedByComment,
    Tag,
    Anchor,
    MergeKey,
    DuplicateKey,
    MultipleDocuments,
    InvisibleCharacter,
    ConflictMarker,
    NestedTooDeep,
    UnexpectedFile,
    MissingFile,
    SymlinkedFile,
    BadFrontMatter,
    BadGeoJson,
    TooManyEntries,
    DuplicateFile,
    StackedDiacritics,
    UnknownSheetColumn,
    UnknownSheet,
    BadSheetColumn,
    BadSheetRow,
    BadSheetCell,
    NotEditable,
    UnknownKey,
    MissingKey,
    WrongType,
    NotInVocabulary,
    NotABoolean,
    NotANumber,
    BadKey,
    BadDate,
    BadDeadline,
    BadUrl,
    BadReference,
    EmptyText,
    TextTooLong,
    ReservedKey,
    UnsupportedFormat,
    BadBaseUrl,
    BadAreaCode,
    NoContact,
    LanguageMissing,
    DuplicateStopNumber,
    DuplicateId,
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
    DuplicateAddress,
    PageTooLarge,
    LogUnreadable,
    LogChainBroken,
    LogBodyChanged,
    LogOutOfOrder,
    PublishedRecordRemoved,
    InvalidFormerName,
    PublishedKeyRemoved,
    ReleaseDateBackwards,
    LogTruncated,
    UnreleasedChange,
    NotPublished,
    PublishedFileMissing,
    PublishedFileChanged,
    FileNotInManifest,
    FileNotFromRecords,
    BadSignature,
    ExtraInManifest,
    UntilBeforeDate,
    FollowUpBeforeStop,
    SourcesPredateEvent,
    DateInFuture,
    DeadlineBeforeStop,
    PromiseWithoutCommitment,
    CommitmentWithoutPromise,
    ReferralWithoutRecipient,
    FollowUpWithoutSource,
    VerifiedByOfficeOnly,
    SupersededWithoutReplacement,
    DecisionWithoutDecider,
    RelatedWithStatus,
    StatusNotAboutCommitment,
    UnexplainedReopening,
    CheckWithStatus,
    DeadlineNotAboutCommitment,
    AspirationWithoutText,
    EmptySite,
    AspirationsIncomplete,
    NoDeadline,
    NoRecentFollowUp,
    NoArchivedCopy,
    LongTitle,
    SourceReused,
    UnansweredAspiration,
    SourceDead,
    SourceUncertain,
    SourceMoved,
    NameWithoutConsent,
    LooksLikeNik,
    LooksLikePhone,
    LooksLikeEmail,
    RedactedText,
    PhotoMissing,
    PhotoFileName,
    PhotoWithLocation,
    PhotoUnreadable,
    PhotoTooLarge,
    TemplateBroken,
    ThemeMessagesBroken,
    UnknownTheme,
    UnknownThemeFile,
    BadThemeSettings,
    CannotWrite,
    CannotRead,
    NotOutputFolder,
    ForeignFile,
    PathInUse,
    PathObstructed,
    NoSite,
    FileExists,
    BadArgument,
    UnknownCode,
    CannotSign,
    PortUnavailable,
    BadSpreadsheet,
}

struct CodeInfo {
    code: Code,
    id: &'static str,
    severity: Severity,
    failure_kind: FailureKind,
    kind: DiagnosticKind,
}

const fn code_info(
    code: Code,
    id: &'static str,
    severity: Severity,
    exit: FailureKind,
    kind: DiagnosticKind,
) -> CodeInfo {
    CodeInfo {
        code,
        id,
        severity,
        failure_kind: exit,
        kind,
    }
}

/// In the order of the variants.
#[rustfmt::skip]
const CODES: &[CodeInfo] = &[
    // J1: files and YAML
    code_info(Code::FileUnreadable, "J101", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::ReadError),
    code_info(Code::NotUtf8, "J102", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::ReadError),
    code_info(Code::EmptyFile, "J103", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::ReadError),
    code_info(Code::FileTooLarge, "J104", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::ReadError),
    code_info(Code::BadYaml, "J105", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::ReadError),
    code_info(Code::TabIndent, "J106", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::ReadError),
    code_info(Code::UnclosedQuote, "J107", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::ReadError),
    code_info(Code::UnclosedBracket, "J108", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::ReadError),
    code_info(Code::ColonInText, "J109", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::ReadError),
    code_info(Code::UnquotedIndicator, "J110", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::ReadError),
    code_info(Code::ConfusableCharacter, "J111", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::ReadError),
    code_info(Code::TruncatedByComment, "J112", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::ReadError),
    code_info(Code::Tag, "J113", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::ReadError),
    code_info(Code::Anchor, "J114", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::ReadError),
    code_info(Code::MergeKey, "J115", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::ReadError),
    code_info(Code::DuplicateKey, "J116", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::ReadError),
    code_info(Code::MultipleDocuments, "J117", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::ReadError),
    code_info(Code::InvisibleCharacter, "J118", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::ReadError),
    code_info(Code::ConflictMarker, "J119", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::ReadError),
    code_info(Code::NestedTooDeep, "J120", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::ReadError),
    code_info(Code::UnexpectedFile, "J121", Severity::Warning, FailureKind::ContentErrors, DiagnosticKind::Other),
    code_info(Code::MissingFile, "J122", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::ReadError),
    code_info(Code::SymlinkedFile, "J123", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::ReadError),
    code_info(Code::BadFrontMatter, "J124", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::ReadError),
    code_info(Code::BadGeoJson, "J125", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::ReadError),
    code_info(Code::TooManyEntries, "J126", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::ReadError),
    code_info(Code::DuplicateFile, "J127", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::Other),
    code_info(Code::StackedDiacritics, "J128", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::ReadError),
    code_info(Code::UnknownSheetColumn, "J131", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::Other),
    code_info(Code::UnknownSheet, "J132", Severity::Warning, FailureKind::ContentErrors, DiagnosticKind::Other),
    code_info(Code::BadSheetColumn, "J133", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::Other),
    code_info(Code::BadSheetRow, "J134", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::Other),
    code_info(Code::BadSheetCell, "J135", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::Other),
    code_info(Code::NotEditable, "J136", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::Other),
    // J2: keys, types, values
    code_info(Code::UnknownKey, "J201", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::ReadError),
    code_info(Code::MissingKey, "J202", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::MissingData),
    code_info(Code::WrongType, "J203", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::ReadError),
    code_info(Code::NotInVocabulary, "J204", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::ReadError),
    code_info(Code::NotABoolean, "J205", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::ReadError),
    code_info(Code::NotANumber, "J206", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::ReadError),
    code_info(Code::BadKey, "J207", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::ReadError),
    code_info(Code::BadDate, "J208", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::ReadError),
    code_info(Code::BadDeadline, "J209", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::ReadError),
    code_info(Code::BadUrl, "J210", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::ReadError),
    code_info(Code::BadReference, "J211", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::ReadError),
    code_info(Code::EmptyText, "J212", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::ReadError),
    code_info(Code::TextTooLong, "J213", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::ReadError),
    code_info(Code::ReservedKey, "J214", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::ReadError),
    code_info(Code::UnsupportedFormat, "J215", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::ReadError),
    code_info(Code::BadBaseUrl, "J216", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::ReadError),
    code_info(Code::BadAreaCode, "J217", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::ReadError),
    code_info(Code::NoContact, "J218", Severity::Warning, FailureKind::ContentErrors, DiagnosticKind::MissingData),
    code_info(Code::LanguageMissing, "J219", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::MissingData),
    // J3: what is named must exist
    code_info(Code::DuplicateStopNumber, "J301", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::Other),
    code_info(Code::DuplicateId, "J302", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::Other),
    code_info(Code::UnknownDistrict, "J303", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::Other),
    code_info(Code::UnknownVillage, "J304", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::Other),
    code_info(Code::UnknownOffice, "J305", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::Other),
    code_info(Code::UnknownTopic, "J306", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::Other),
    code_info(Code::UnknownSource, "J307", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::Other),
    code_info(Code::UnknownAbout, "J308", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::Other),
    code_info(Code::UnknownAgain, "J309", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::Other),
    code_info(Code::AgainNotEarlier, "J310", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::Other),
    code_info(Code::UnknownReplacement, "J311", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::Other),
    code_info(Code::ReplacementCycle, "J312", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::Other),
    code_info(Code::TopicCycle, "J313", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::Other),
    code_info(Code::UnknownCorrected, "J314", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::Other),
    code_info(Code::DeadLink, "J315", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::Other),
    code_info(Code::DuplicateAddress, "J316", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::Other),
    code_info(Code::PageTooLarge, "J317", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::Other),
    code_info(Code::LogUnreadable, "J321", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::Other),
    code_info(Code::LogChainBroken, "J322", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::Other),
    code_info(Code::LogBodyChanged, "J323", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::Other),
    code_info(Code::LogOutOfOrder, "J324", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::Other),
    code_info(Code::PublishedRecordRemoved, "J325", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::Other),
    code_info(Code::InvalidFormerName, "J326", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::Other),
    code_info(Code::PublishedKeyRemoved, "J327", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::Other),
    code_info(Code::ReleaseDateBackwards, "J328", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::Other),
    code_info(Code::LogTruncated, "J329", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::Other),
    code_info(Code::UnreleasedChange, "J331", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::Other),
    code_info(Code::NotPublished, "J332", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::Other),
    code_info(Code::PublishedFileMissing, "J333", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::Other),
    code_info(Code::PublishedFileChanged, "J334", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::Other),
    code_info(Code::FileNotInManifest, "J335", Severity::Warning, FailureKind::ContentErrors, DiagnosticKind::Other),
    code_info(Code::FileNotFromRecords, "J336", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::Other),
    code_info(Code::BadSignature, "J337", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::Other),
    code_info(Code::ExtraInManifest, "J338", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::Other),
    // J4: days in order
    code_info(Code::UntilBeforeDate, "J401", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::Other),
    code_info(Code::FollowUpBeforeStop, "J402", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::Other),
    code_info(Code::SourcesPredateEvent, "J403", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::Other),
    code_info(Code::DateInFuture, "J404", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::Other),
    code_info(Code::DeadlineBeforeStop, "J405", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::Other),
    // J5: answers, commitments, evidence
    code_info(Code::PromiseWithoutCommitment, "J501", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::MissingData),
    code_info(Code::CommitmentWithoutPromise, "J502", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::Other),
    code_info(Code::ReferralWithoutRecipient, "J503", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::MissingData),
    code_info(Code::FollowUpWithoutSource, "J504", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::MissingData),
    code_info(Code::VerifiedByOfficeOnly, "J505", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::MissingData),
    code_info(Code::SupersededWithoutReplacement, "J506", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::MissingData),
    code_info(Code::DecisionWithoutDecider, "J507", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::MissingData),
    code_info(Code::RelatedWithStatus, "J508", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::Other),
    code_info(Code::StatusNotAboutCommitment, "J509", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::Other),
    code_info(Code::UnexplainedReopening, "J510", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::MissingData),
    code_info(Code::CheckWithStatus, "J511", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::Other),
    code_info(Code::DeadlineNotAboutCommitment, "J512", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::Other),
    code_info(Code::AspirationWithoutText, "J513", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::MissingData),
    code_info(Code::EmptySite, "J514", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::Other),
    code_info(Code::AspirationsIncomplete, "J551", Severity::Warning, FailureKind::ContentErrors, DiagnosticKind::MissingData),
    code_info(Code::NoDeadline, "J552", Severity::Warning, FailureKind::ContentErrors, DiagnosticKind::MissingData),
    code_info(Code::NoRecentFollowUp, "J553", Severity::Warning, FailureKind::ContentErrors, DiagnosticKind::MissingData),
    code_info(Code::NoArchivedCopy, "J554", Severity::Warning, FailureKind::ContentErrors, DiagnosticKind::MissingData),
    code_info(Code::LongTitle, "J555", Severity::Warning, FailureKind::ContentErrors, DiagnosticKind::Other),
    code_info(Code::SourceReused, "J556", Severity::Warning, FailureKind::ContentErrors, DiagnosticKind::Other),
    code_info(Code::UnansweredAspiration, "J557", Severity::Warning, FailureKind::ContentErrors, DiagnosticKind::MissingData),
    code_info(Code::SourceDead, "J558", Severity::Warning, FailureKind::ContentErrors, DiagnosticKind::Other),
    code_info(Code::SourceUncertain, "J559", Severity::Warning, FailureKind::ContentErrors, DiagnosticKind::Other),
    code_info(Code::SourceMoved, "J560", Severity::Warning, FailureKind::ContentErrors, DiagnosticKind::Other),
    // J6: privacy
    code_info(Code::NameWithoutConsent, "J601", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::MissingData),
    code_info(Code::LooksLikeNik, "J602", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::Other),
    code_info(Code::LooksLikePhone, "J603", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::Other),
    code_info(Code::LooksLikeEmail, "J604", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::Other),
    code_info(Code::RedactedText, "J605", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::Other),
    // J7: photographs
    code_info(Code::PhotoMissing, "J701", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::Other),
    code_info(Code::PhotoFileName, "J702", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::Other),
    code_info(Code::PhotoWithLocation, "J703", Severity::Warning, FailureKind::ContentErrors, DiagnosticKind::Other),
    code_info(Code::PhotoUnreadable, "J704", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::Other),
    code_info(Code::PhotoTooLarge, "J705", Severity::Error, FailureKind::ContentErrors, DiagnosticKind::Other),
    // J8: the theme
    code_info(Code::TemplateBroken, "J801", Severity::Error, FailureKind::ProgramError, DiagnosticKind::Other),
    code_info(Code::ThemeMessagesBroken, "J802", Severity::Error, FailureKind::ProgramError, DiagnosticKind::Other),
    code_info(Code::UnknownTheme, "J803", Severity::Error, FailureKind::ProgramError, DiagnosticKind::Other),
    code_info(Code::UnknownThemeFile, "J804", Severity::Error, FailureKind::ProgramError, DiagnosticKind::Other),
    code_info(Code::BadThemeSettings, "J805", Severity::Error, FailureKind::ProgramError, DiagnosticKind::Other),
    // J9: the program and the machine
    code_info(Code::CannotWrite, "J901", Severity::Error, FailureKind::ProgramError, DiagnosticKind::Other),
    code_info(Code::CannotRead, "J902", Severity::Error, FailureKind::ProgramError, DiagnosticKind::Other),
    code_info(Code::NotOutputFolder, "J903", Severity::Error, FailureKind::ProgramError, DiagnosticKind::Other),
    code_info(Code::ForeignFile, "J904", Severity::Error, FailureKind::ProgramError, DiagnosticKind::Other),
    code_info(Code::PathInUse, "J905", Severity::Error, FailureKind::ProgramError, DiagnosticKind::Other),
    code_info(Code::PathObstructed, "J906", Severity::Error, FailureKind::ProgramError, DiagnosticKind::Other),
    code_info(Code::NoSite, "J907", Severity::Error, FailureKind::ProgramError, DiagnosticKind::Other),
    code_info(Code::FileExists, "J908", Severity::Error, FailureKind::ProgramError, DiagnosticKind::Other),
    code_info(Code::BadArgument, "J909", Severity::Error, FailureKind::ProgramError, DiagnosticKind::Other),
    code_info(Code::UnknownCode, "J910", Severity::Error, FailureKind::ProgramError, DiagnosticKind::Other),
    code_info(Code::CannotSign, "J911", Severity::Error, FailureKind::ProgramError, DiagnosticKind::Other),
    code_info(Code::PortUnavailable, "J912", Severity::Error, FailureKind::ProgramError, DiagnosticKind::Other),
    code_info(Code::BadSpreadsheet, "J913", Severity::Error, FailureKind::ProgramError, DiagnosticKind::Other),
];

impl Code {
    fn info(self) -> &'static CodeInfo {
        &CODES[self as usize]
    }

    /// `J301`.
    pub fn id(self) -> &'static str {
        self.info().id
    }

    /// The rule of an id, in whatever case it was typed.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::all().find(|code| code.id().eq_ignore_ascii_case(id))
    }

    /// Every rule, in order.
    pub fn all() -> impl Iterator<Item = Self> {
        CODES.iter().map(|row| row.code)
    }

    /// Error or warning.
    pub fn severity(self) -> Severity {
        self.info().severity
    }

    /// How the program ends by it.
    pub fn failure_kind(self) -> FailureKind {
        self.info().failure_kind
    }

    /// Does it say that a part of a record could not be read?
    pub(crate) fn is_read_error(self) -> bool {
        self.info().kind == DiagnosticKind::ReadError
    }

    pub(super) fn is_missing_data(self) -> bool {
        self.info().kind == DiagnosticKind::MissingData
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_the_order_of_the_variants() {
        assert!(
            CODES
                .iter()
                .enumerate()
                .all(|(n, row)| row.code as usize == n)
        );
        assert!(CODES.windows(2).all(|w| w[0].id < w[1].id));
    }
}
