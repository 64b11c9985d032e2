pub(crate) mod story;

mod actors;
mod claims;
mod corrections;
pub(crate) mod standing;
mod transfers;
