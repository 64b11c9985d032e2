//! Numbers as features of models see them: roughly.

/// The name of the last of `steps`, which rise, that `n` reaches; of the first where it reaches none.
pub(super) fn reached<'s>(n: usize, steps: &[(usize, &'s str)]) -> &'s str {
    let last = steps.partition_point(|(from, _)| *from <= n).saturating_sub(1);
    steps.get(last).map_or("", |(_, name)| name)
}

/// The logarithms of odds that features tell apart.
const ODDS: [(&str, f32); 9] = [
    ("-4", -4.0),
    ("-3", -3.0),
    ("-2", -2.0),
    ("-1.5", -1.5),
    ("-1", -1.0),
    ("-0.5", -0.5),
    ("0", 0.0),
    ("0.75", 0.75),
    ("1.5", 1.5),
];

/// The names of all steps that the logarithm of odds reaches, in rising order.
pub(super) fn odds_reached(odds: f32) -> impl DoubleEndedIterator<Item = &'static str> {
    ODDS.iter().filter(move |(_, step)| odds >= *step).map(|(name, _)| *name)
}

/// A count.
pub(super) fn few(n: usize) -> &'static str {
    reached(n, &[(0, "0"), (1, "1"), (2, "2"), (3, "3"), (6, "6")])
}

#[cfg(test)]
mod tests {
    use super::{few, odds_reached};

    #[test]
    fn a_count_is_told_by_the_last_step_that_it_reaches() {
        assert_eq!([0, 1, 2, 3, 5, 6, 99].map(few), ["0", "1", "2", "3", "3", "6", "6"]);
    }

    #[test]
    fn odds_reach_all_steps_below_them() {
        assert_eq!(odds_reached(-1.9).collect::<Vec<_>>(), ["-4", "-3", "-2"]);
        assert_eq!(odds_reached(f32::NEG_INFINITY).next_back(), None);
    }
}
