//! jhur turns the records of J-HUR stops into a published site that documents commitments and their follow-up.
//!
//! The pipeline, in the order in which a build goes through it:
//!
//! 1. [`source`] reads content/: YAML and Markdown become [`records`], with every fault at its place.
//! 2. [`checks`] holds the records against the rules; only it makes [`checks::Checked`].
//! 3. [`register`] joins them as of a day: status, timeliness, timelines, totals.
//! 4. [`site`] plans every address and what each page shows.
//! 5. [`theme`] turns one page's view into HTML.
//! 6. [`outputs`] makes what is not a page: sitemap, robots.txt, headers, data files.
//! 7. [`publish`] writes all of it in one step, or nothing.
//!
//! [`diag`] carries what is wrong and says it in Indonesian or English; [`cli`] is the program around it.

pub mod checks;
pub mod cli;
pub mod diag;
pub mod outputs;
pub mod publish;
pub mod records;
pub mod register;
pub mod site;
pub mod source;
pub mod theme;
