//! Annotated transfers: those of wholly annotated articles, and of articles of the corpus, of which a table repeats no more
//! than the names of the sides.

use super::corpus::texts;
use super::gold::{Gold, each};
use crate::table::{Row, Table, TableError};
use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;

const TEXT: &str = include_str!("../../../data/annotations/transfers.tsv");

/// The number of the row of an article without transfers.
const NO_TRANSFER: &str = "none";

/// Who holds what the article says in its own voice.
const WRITER: &str = "writer";

/// An article with what readers said of its transfers.
pub(in crate::extract) struct AnnotatedTransfers {
    pub(in crate::extract) text: String,
    pub(in crate::extract) labels: Vec<TransferLabel>,
}

/// What a reader said of one transfer.
#[derive(Clone, Debug)]
pub(in crate::extract) struct TransferLabel {
    pub(in crate::extract) category: String,
    /// The names of each giver.
    pub(in crate::extract) giver: Vec<Vec<String>>,
    /// The names of each recipient.
    pub(in crate::extract) recipient: Vec<Vec<String>>,
    /// What is held, and by whom: the names of the holder, none for the writer.
    pub(in crate::extract) stances: Vec<(String, Option<Vec<String>>)>,
}

/// The wholly annotated articles of `folder`, then those of the gzipped JSON Lines file `corpus`, in its order.
pub(in crate::extract) fn transfers(folder: &Path, corpus: &Path) -> Result<Vec<AnnotatedTransfers>, Box<dyn Error>> {
    let mut articles = Vec::new();
    each(folder, |gold, text| articles.push(AnnotatedTransfers { labels: of_gold(gold), text }))?;
    let annotated = texts(corpus, labels()?)?.into_iter().map(|(text, labels)| AnnotatedTransfers { text, labels });
    articles.extend(annotated);
    Ok(articles)
}

fn of_gold(gold: &Gold) -> Vec<TransferLabel> {
    let named = |id: &String| {
        let actor = gold.actors.iter().find(|actor| actor.id == *id)?;
        Some([std::slice::from_ref(&actor.name), &actor.aliases].concat())
    };
    let names = |ids: &[String]| ids.iter().filter_map(named).collect();
    let label = |t: &super::gold::GoldTransfer| TransferLabel {
        category: t.category.clone(),
        giver: names(&t.giver),
        recipient: names(&t.recipient),
        stances: t.stances.iter().map(|stance| (stance.value.clone(), named(&stance.actor))).collect(),
    };
    gold.transfers.iter().map(label).collect()
}

fn labels() -> Result<BTreeMap<String, Vec<TransferLabel>>, TableError> {
    let mut labels: BTreeMap<String, Vec<TransferLabel>> = BTreeMap::new();
    for row in Table::parse("transfers", TEXT)?.rows() {
        let (article, number) = row.get("id")?.split_once(':').ok_or_else(|| row.error("the id is ARTICLE:NUMBER"))?;
        let of_article = labels.entry(article.to_owned()).or_default();
        if number != NO_TRANSFER {
            of_article.push(label(&row)?);
        }
    }
    Ok(labels)
}

fn label(row: &Row<'_, '_>) -> Result<TransferLabel, TableError> {
    let names = |party: &str| party.split(" = ").map(str::to_owned).collect();
    let stance = |text: &str| {
        let (value, holder) = text.split_once(' ').ok_or_else(|| row.error("a stance is VALUE HOLDER"))?;
        Ok((value.to_owned(), (holder != WRITER).then(|| names(holder))))
    };
    Ok(TransferLabel {
        category: row.get("category")?.to_owned(),
        giver: row.list("giver")?.map(names).collect(),
        recipient: row.list("recipient")?.map(names).collect(),
        stances: row.list("stances")?.map(stance).collect::<Result<_, _>>()?,
    })
}
