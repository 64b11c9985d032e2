pub(crate) mod story;

mod actors;
mod claims;
mod corrections;
mod transfers;
