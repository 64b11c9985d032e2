//! Runs the program and the library as their users would.

mod corpus;
mod support;
