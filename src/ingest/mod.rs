//! Files to articles: which part of a file is the article, its encoding, its metadata.

mod article;

pub use article::Article;
