//! Numbers as features of models see them: roughly.

/// The name of the last of `steps`, which rise, that `n` reaches; of the first where it reaches none.
pub(super) fn reached<'s>(n: usize, steps: &[(usize, &'s str)]) -> &'s str {
    let last = steps.partition_point(|(from, _)| *from <= n).saturating_sub(1);
    steps.get(last).map_or("", |(_, name)| name)
}

/// A count.
pub(super) fn few(n: usize) -> &'static str {
    reached(n, &[(0, "0"), (1, "1"), (2, "2"), (3, "3"), (6, "6")])
}

#[cfg(test)]
mod tests {
    use super::few;

    #[test]
    fn a_count_is_told_by_the_last_step_that_it_reaches() {
        assert_eq!([0, 1, 2, 3, 5, 6, 99].map(few), ["0", "1", "2", "3", "3", "6", "6"]);
    }
}
