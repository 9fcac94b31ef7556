//! Builds the view of a page in a language: the entry points of this module, for whoever renders
//! pages or names them.

use super::builder::ViewBuilder;
use super::page_body::PageBody;
use super::page_view::PageView;
use super::title::Title;
use crate::plan::{Page, Plan};
use crate::records::Lang;

/// The title of a page in a language.
pub fn title<'r>(plan: &'r Plan<'r>, page: Page, lang: Lang) -> Title<'r> {
    ViewBuilder::new(plan, lang).page_title(page)
}

/// The view of a page in a language.
pub fn page<'r>(plan: &'r Plan<'r>, page: Page, lang: Lang) -> PageView<'r> {
    let builder = ViewBuilder::new(plan, lang);
    let body = match page {
        Page::Home => PageBody::Home(Box::new(builder.home_view())),
        Page::Stops(number) => PageBody::Stops(builder.stop_list_view(number)),
        Page::Stop(id, number) => PageBody::Stop(Box::new(builder.stop_view(id, number))),
        Page::StopNotice(id) => PageBody::Notice(Box::new(builder.stop_notice(id))),
        Page::Entry(id) => PageBody::Entry(Box::new(builder.entry_view(id))),
        Page::Commitments(list, number) => {
            PageBody::Commitments(Box::new(builder.commitment_list_view(list, number)))
        }
        Page::Districts => PageBody::Groups(builder.district_list_view()),
        Page::District(id, number) => {
            PageBody::District(Box::new(builder.district_view(id, number)))
        }
        Page::DistrictNotice(id) => PageBody::Notice(Box::new(builder.district_notice(id))),
        Page::Offices => PageBody::Groups(builder.office_list_view()),
        Page::Office(id, number) => PageBody::Office(Box::new(builder.office_view(id, number))),
        Page::Topics => PageBody::Groups(builder.topic_list_view()),
        Page::Topic(id, number) => PageBody::Topic(Box::new(builder.topic_view(id, number))),
        Page::FollowUps(number) => PageBody::FollowUps(builder.follow_up_list_view(number)),
        Page::Corrections(number) => PageBody::Corrections(builder.correction_list_view(number)),
        Page::EntryCitation(id) => PageBody::Citation(Box::new(builder.entry_citation(id))),
        Page::StopCitation(id) => PageBody::Citation(Box::new(builder.stop_citation(id))),
        Page::Data => PageBody::Data(builder.downloads_view()),
        Page::DataDictionary => PageBody::DataDictionary(builder.data_dictionary_view()),
        Page::RecordFormat => PageBody::RecordFormat(builder.record_format_view()),
        Page::Search => PageBody::Search(builder.search_view()),
        Page::TitleIndex(number) => PageBody::TitleIndex(builder.title_index_view(number)),
        Page::Markdown(n) => PageBody::Markdown(builder.markdown_page_view(n)),
        Page::Revision(id, number) => {
            PageBody::Revision(Box::new(builder.revision_view(id, number)))
        }
        Page::History(id, number) => PageBody::History(Box::new(builder.history_view(id, number))),
        Page::Withdrawn(n, _) => PageBody::Withdrawn(builder.withdrawn_view(n)),
        Page::Moved(n, below) => PageBody::Moved(builder.moved_view(n, below)),
        Page::Verify => PageBody::Verify(builder.verify_view()),
        Page::Accessibility => PageBody::Accessibility(builder.accessibility_view()),
        Page::NotFound => PageBody::NotFound {},
    };
    builder.page_view(page, body)
}
