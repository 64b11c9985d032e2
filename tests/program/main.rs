//! Runs the program and the library as their users would.
#![expect(clippy::expect_used, clippy::panic, reason = "a test says what it expects by failing")]

mod amending;
mod answers;
mod asking;
mod corpus;
mod drawing;
mod eval;
mod extract;
mod inputs;
mod lexicon;
mod licences;
mod manual;
mod readings;
mod readme;
mod rooms;
mod sparql;
mod support;
