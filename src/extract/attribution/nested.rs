//! One act inside another: "Kirby mengatakan AS yakin P" is the view of AS, voiced by Kirby.

use super::Attribution;

/// How many words may stand before the inner source.
const WORDS_BEFORE: usize = 2;

/// Makes one of an act whose content is another act: the inner one, with the outer source as its speaker.
pub(super) fn fold(found: &mut Vec<Attribution>) {
    let mut outer_folded = vec![false; found.len()];
    for inner in 0..found.len() {
        let Some(outer) = (0..found.len()).find(|&outer| is_content_of(&found[inner], &found[outer])) else { continue };
        let voices = found[outer].speaker.or(found[outer].source.first().copied());
        let own = found[outer].source == found[inner].source;
        found[inner].speaker = voices.filter(|_| !own);
        outer_folded[outer] = true;
    }
    let mut folded = outer_folded.into_iter();
    found.retain(|_| !folded.next().unwrap_or(false));
}

/// Whether what `outer` says is that `inner`'s source says something.
fn is_content_of(inner: &Attribution, outer: &Attribution) -> bool {
    let (Some((inner_cue, _)), Some((outer_cue, _))) = (&inner.cue, &outer.cue) else { return false };
    !outer.quoted
        && outer_cue.end <= inner.named_at.start
        && !inner.named_at.is_empty()
        && outer.content.start <= inner.named_at.start
        && inner.named_at.start <= outer.content.start + WORDS_BEFORE
        && inner_cue.start >= inner.named_at.end
        && inner_cue.end <= outer.content.end
        && inner.content.end <= outer.content.end + 1
}
