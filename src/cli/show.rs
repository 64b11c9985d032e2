//! `graph show`: all about one actor, claim, transfer or article.

use super::Outcome;
use super::asking::{Answering, Asked, Narrowing};
use anyhow::Result;
use clap::Args;
use sanggah::query::{Ledger, ledger, print};

/// Show all about one actor, statement, claim, transfer or article: who holds what, with the sentences
#[derive(Args, Debug)]
pub(super) struct Show {
    /// An actor's name, or the id of anything in the graph
    #[arg(value_name = "NAME|ID")]
    what: String,

    /// Also say why the names of an actor are taken for one
    #[arg(long)]
    why: bool,

    #[command(flatten)]
    narrowing: Narrowing,

    #[command(flatten)]
    answering: Answering,

    #[command(flatten)]
    asked: Asked,
}

impl Show {
    pub(super) fn run(self) -> Result<Outcome> {
        let loaded = self.asked.load()?;
        let Some(filter) = self.narrowing.filter(&loaded) else { return Ok(Outcome::Nothing) };
        let found = loaded.id(&self.what).map(|id| vec![id]).or_else(|| loaded.actors(&self.what));
        let ledgers = found.unwrap_or_default().into_iter().filter_map(|id| ledger(&loaded.graph, id, &filter));
        self.answering.list(ledgers.collect(), |out, language, ledgers| {
            for it in ledgers {
                print::ledger(out, language, it)?;
                if let Ledger::Actor(actor) = it
                    && self.why
                {
                    print::why(out, language, &actor.merged)?;
                }
            }
            Ok(())
        })
    }
}
