//! The program `graph`.

fn main() {}
