//! Every rule's code: stable for ever, so that a guide, a search engine or a colleague can be asked
//! about it.
//!
//! A code's messages are in `i18n/*/faults.ftl`, an example that breaks the rule and one that keeps
//! it in `tests/examples/`.

use super::exit_status::ExitStatus;

/// How serious a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The site is not built.
    Error,
    /// The site is built all the same.
    Warning,
}

/// What a diagnostic means for others about the same record; see [`super::drop_cascading`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum DiagnosticKind {
    /// A part of the record could not be read.
    ReadError,
    /// Something is missing in the record.
    MissingData,
    /// Anything else.
    Other,
}

/// A row of the table of codes.
struct CodeInfo {
    code: Code,
    id: &'static str,
    severity: Severity,
    kind: DiagnosticKind,
}

/// Makes the enum and its table of the same lines, so that they cannot differ.
macro_rules! codes {
    ($($code:ident $id:literal $severity:ident $kind:ident,)+) => {
        /// A rule. `jhur explain J301` prints what it protects, with examples.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = concat!("`jhur explain ", $id, "`")] $code,)+
        }

        /// In the order of the variants.
        const CODES: &[CodeInfo] = &[$(CodeInfo {
            code: Code::$code,
            id: $id,
            severity: Severity::$severity,
            kind: DiagnosticKind::$kind,
        },)+];
    };
}

codes! {
    // J1: files and YAML
    FileUnreadable "J101" Error ReadError,
    NotUtf8 "J102" Error ReadError,
    EmptyFile "J103" Error ReadError,
    FileTooLarge "J104" Error ReadError,
    BadYaml "J105" Error ReadError,
    TabIndent "J106" Error ReadError,
    UnclosedQuote "J107" Error ReadError,
    UnclosedBracket "J108" Error ReadError,
    ColonInText "J109" Error ReadError,
    UnquotedIndicator "J110" Error ReadError,
    ConfusableCharacter "J111" Error ReadError,
    TruncatedByComment "J112" Error ReadError,
    Tag "J113" Error ReadError,
    Anchor "J114" Error ReadError,
    MergeKey "J115" Error ReadError,
    DuplicateKey "J116" Error ReadError,
    MultipleDocuments "J117" Error ReadError,
    InvisibleCharacter "J118" Error ReadError,
    ConflictMarker "J119" Error ReadError,
    NestedTooDeep "J120" Error ReadError,
    UnexpectedFile "J121" Warning Other,
    MissingFile "J122" Error ReadError,
    SymlinkedFile "J123" Error ReadError,
    BadFrontMatter "J124" Error ReadError,
    BadGeoJson "J125" Error ReadError,
    TooManyEntries "J126" Error ReadError,
    DuplicateFile "J127" Error Other,
    StackedDiacritics "J128" Error ReadError,
    UnknownSheetColumn "J131" Error Other,
    UnknownSheet "J132" Warning Other,
    BadSheetColumn "J133" Error Other,
    BadSheetRow "J134" Error Other,
    BadSheetCell "J135" Error Other,
    NotEditable "J136" Error Other,
    // J2: keys, types, values
    UnknownKey "J201" Error ReadError,
    MissingKey "J202" Error MissingData,
    WrongType "J203" Error ReadError,
    NotInVocabulary "J204" Error ReadError,
    NotABoolean "J205" Error ReadError,
    NotANumber "J206" Error ReadError,
    BadKey "J207" Error ReadError,
    BadDate "J208" Error ReadError,
    BadDeadline "J209" Error ReadError,
    BadUrl "J210" Error ReadError,
    BadReference "J211" Error ReadError,
    EmptyText "J212" Error ReadError,
    TextTooLong "J213" Error ReadError,
    ReservedKey "J214" Error ReadError,
    UnsupportedFormat "J215" Error ReadError,
    BadBaseUrl "J216" Error ReadError,
    BadAreaCode "J217" Error ReadError,
    NoContact "J218" Warning MissingData,
    LanguageMissing "J219" Error MissingData,
    // J3: what is named must exist
    DuplicateStopNumber "J301" Error Other,
    DuplicateId "J302" Error Other,
    UnknownDistrict "J303" Error Other,
    UnknownVillage "J304" Error Other,
    UnknownOffice "J305" Error Other,
    UnknownTopic "J306" Error Other,
    UnknownSource "J307" Error Other,
    UnknownAbout "J308" Error Other,
    UnknownAgain "J309" Error Other,
    AgainNotEarlier "J310" Error Other,
    UnknownReplacement "J311" Error Other,
    ReplacementCycle "J312" Error Other,
    TopicCycle "J313" Error Other,
    UnknownCorrected "J314" Error Other,
    DeadLink "J315" Error Other,
    DuplicateAddress "J316" Error Other,
    PageTooLarge "J317" Error Other,
    LogUnreadable "J321" Error Other,
    LogEntryMissing "J322" Error Other,
    LogBodyChanged "J323" Error Other,
    LogOutOfOrder "J324" Error Other,
    PublishedRecordRemoved "J325" Error Other,
    InvalidFormerName "J326" Error Other,
    PublishedKeyRemoved "J327" Error Other,
    ReleaseDateBackwards "J328" Error Other,
    LogTruncated "J329" Error Other,
    NewerSite "J330" Error Other,
    UnreleasedChange "J331" Error Other,
    NotPublished "J332" Error Other,
    PublishedFileMissing "J333" Error Other,
    PublishedFileChanged "J334" Error Other,
    FileNotInManifest "J335" Warning Other,
    FileNotFromRecords "J336" Error Other,
    BadSignature "J337" Error Other,
    ExtraInManifest "J338" Error Other,
    WithheldAfterRelease "J345" Error Other,
    NotALog "J346" Error Other,
    BadWitness "J347" Error Other,
    // J4: days in order
    UntilBeforeDate "J401" Error Other,
    FollowUpBeforeStop "J402" Error Other,
    SourcesPredateEvent "J403" Error Other,
    DateInFuture "J404" Error Other,
    DeadlineBeforeStop "J405" Error Other,
    // J5: answers, commitments, evidence
    PromiseWithoutCommitment "J501" Error MissingData,
    CommitmentWithoutPromise "J502" Error Other,
    ReferralWithoutRecipient "J503" Error MissingData,
    FollowUpWithoutSource "J504" Error MissingData,
    VerifiedByOfficeOnly "J505" Error MissingData,
    SupersededWithoutReplacement "J506" Error MissingData,
    DecisionWithoutDecider "J507" Error MissingData,
    RelatedWithStatus "J508" Error Other,
    StatusNotAboutCommitment "J509" Error Other,
    UnexplainedReopening "J510" Error MissingData,
    CheckWithStatus "J511" Error Other,
    DeadlineNotAboutCommitment "J512" Error Other,
    AspirationWithoutText "J513" Error MissingData,
    EmptySite "J514" Error Other,
    ResponseWithoutText "J515" Error MissingData,
    UnreportedWithOthers "J516" Error Other,
    UnreportedWithoutSource "J517" Error MissingData,
    NothingToReopen "J518" Error Other,
    AspirationsIncomplete "J551" Warning MissingData,
    NoDeadline "J552" Warning MissingData,
    NoRecentFollowUp "J553" Warning MissingData,
    NoArchivedCopy "J554" Warning MissingData,
    LongTitle "J555" Warning Other,
    SourceReused "J556" Warning Other,
    UnansweredAspiration "J557" Warning MissingData,
    SourceDead "J558" Warning Other,
    SourceUncertain "J559" Warning Other,
    SourceMoved "J560" Warning Other,
    NotOnCard "J561" Warning Other,
    // J6: privacy
    NameWithoutConsent "J601" Error MissingData,
    LooksLikeNik "J602" Error Other,
    LooksLikePhone "J603" Error Other,
    LooksLikeEmail "J604" Error Other,
    RedactedText "J605" Error Other,
    LooksLikeName "J606" Warning Other,
    LooksLikeHome "J607" Warning Other,
    LooksLikeDiagnosis "J608" Warning Other,
    RedactionsLocked "J609" Warning Other,
    // J7: photographs
    PhotoMissing "J701" Error Other,
    PhotoFileName "J702" Error Other,
    PhotoWithLocation "J703" Warning Other,
    PhotoUnreadable "J704" Error Other,
    PhotoTooLarge "J705" Error Other,
    // J8: the theme
    TemplateBroken "J801" Error Other,
    ThemeMessagesBroken "J802" Error Other,
    UnknownTheme "J803" Error Other,
    UnknownThemeFile "J804" Error Other,
    BadThemeSettings "J805" Error Other,
    // J9: the program and the machine
    CannotWrite "J901" Error Other,
    CannotRead "J902" Error Other,
    NotOutputFolder "J903" Error Other,
    ForeignFile "J904" Error Other,
    PathInUse "J905" Error Other,
    PathObstructed "J906" Error Other,
    NoSite "J907" Error Other,
    FileExists "J908" Error Other,
    BadArgument "J909" Error Other,
    UnknownCode "J910" Error Other,
    CannotSign "J911" Error Other,
    PortUnavailable "J912" Error Other,
    BadSpreadsheet "J913" Error Other,
    DayFarAhead "J914" Error Other,
    DayBeforeEverything "J915" Error Other,
    CannotFetch "J916" Error Other,
}

impl Code {
    fn info(self) -> &'static CodeInfo {
        // Variants and rows come from the same lines of `codes!`, in the same order.
        &CODES[self as usize]
    }

    /// `J301`.
    pub fn id(self) -> &'static str {
        self.info().id
    }

    /// The code of an id, in upper or lower case. Returns `None` if there is none.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::all().find(|code| code.id().eq_ignore_ascii_case(id))
    }

    /// Every code, in order.
    pub fn all() -> impl Iterator<Item = Self> {
        CODES.iter().map(|row| row.code)
    }

    /// Error or warning.
    pub fn severity(self) -> Severity {
        self.info().severity
    }

    /// How a command ends if this is the worst error.
    pub fn exit_status(self) -> ExitStatus {
        // J1 to J7 are about records, J8 about themes, J9 about the machine and the command line.
        match self.id().as_bytes() {
            [b'J', b'8' | b'9', ..] => ExitStatus::ProgramError,
            _ => ExitStatus::ContentErrors,
        }
    }

    /// Whether it says that a part of a record could not be read.
    pub(crate) fn is_read_error(self) -> bool {
        self.info().kind == DiagnosticKind::ReadError
    }

    pub(super) fn is_missing_data(self) -> bool {
        self.info().kind == DiagnosticKind::MissingData
    }
}

#[cfg(test)]
mod tests {
    use super::CODES;

    #[test]
    fn the_table_is_sorted_by_id() {
        assert!(CODES.windows(2).all(|pair| pair[0].id < pair[1].id));
    }
}
