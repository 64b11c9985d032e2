pub(crate) mod story;

mod actors;
mod claims;
mod transfers;
