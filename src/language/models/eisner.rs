//! The best projective tree over scored arcs (Eisner 1996), with one word below the root.

/// The score of an arc that is not to be drawn: less than any sum of scores.
pub(crate) const NEVER: f32 = f32::MIN / 8.0;

/// Best scores of the spans of a sentence and where they were split: with an arc between the ends, or with all children of
/// the head at one end. What a span holds stands in the rows of both its ends, so that every search runs along two rows.
#[derive(Debug, Default)]
pub(crate) struct Chart {
    /// In the row of the head.
    arcs: Vec<f32>,
    /// By which end is the head, [`LAST`] or [`FIRST`].
    full: [Vec<f32>; 2],
    /// In the row of the first word.
    arc_split: Vec<usize>,
    full_split: [Vec<usize>; 2],
    todo: Vec<(usize, usize, usize)>,
}

/// The head of a span is its last word.
const LAST: usize = 0;
/// The head of a span is its first word.
const FIRST: usize = 1;

/// The highest sum of two scores at the same place, and the first place that has it.
fn best(one: &[f32], other: &[f32]) -> (f32, usize) {
    let mut found = (f32::NEG_INFINITY, 0);
    for (place, (one, other)) in one.iter().zip(other).enumerate() {
        let score = one + other;
        if score > found.0 {
            found = (score, place);
        }
    }
    found
}

impl Chart {
    fn reset(&mut self, count: usize) {
        for scores in self.full.iter_mut().chain([&mut self.arcs]) {
            scores.clear();
            scores.resize(count * count, NEVER);
        }
        for splits in self.full_split.iter_mut().chain([&mut self.arc_split]) {
            splits.clear();
            splits.resize(count * count, 0);
        }
        for at in 0..count {
            self.full[LAST][at * count + at] = 0.0;
            self.full[FIRST][at * count + at] = 0.0;
        }
    }

    /// Finds the heads of `count` words, into `heads`; `scores` has a row for each head, the root's last.
    pub(crate) fn run(&mut self, count: usize, scores: &[f32], heads: &mut Vec<usize>) {
        self.reset(count);
        heads.clear();
        heads.resize(count, count);
        if count == 0 {
            return;
        }
        for length in 1..count {
            for from in 0..count - length {
                self.fill(count, (from, from + length), scores);
            }
        }
        let [last, first] = &self.full;
        let sides: Vec<f32> = (0..count).map(|root| last[root * count] + first[(count - 1) * count + root]).collect();
        let (_, root) = best(&sides, &scores[count * count..]);
        self.todo.clear();
        self.todo.extend([(LAST, 0, root), (FIRST, root, count - 1)]);
        self.trace(count, heads);
    }

    fn fill(&mut self, count: usize, (from, to): (usize, usize), scores: &[f32]) {
        let (low, high) = (from * count, to * count);
        let [last, first] = &self.full;
        let arcs = [scores[high + from], scores[low + to]];
        if arcs != [NEVER; 2] {
            let (score, split) = best(&first[low + from..low + to], &last[high + from + 1..=high + to]);
            self.arc_split[low + to] = from + split;
            self.arcs[high + from] = score + arcs[LAST];
            self.arcs[low + to] = score + arcs[FIRST];
        }
        let from_head = best(&self.arcs[low + from + 1..=low + to], &first[high + from + 1..=high + to]);
        let to_head = best(&last[low + from..low + to], &self.arcs[high + from..high + to]);
        for (side, (score, split)) in
            [(FIRST, (from_head.0, from + 1 + from_head.1)), (LAST, (to_head.0, from + to_head.1))]
        {
            self.full[side][low + to] = score;
            self.full[side][high + from] = score;
            self.full_split[side][low + to] = split;
        }
    }

    fn trace(&mut self, count: usize, heads: &mut [usize]) {
        while let Some((side, from, to)) = self.todo.pop() {
            if from == to {
                continue;
            }
            let split = self.full_split[side][from * count + to];
            let (head, low, high) = if side == FIRST {
                self.todo.push((FIRST, split, to));
                (from, from, split)
            } else {
                self.todo.push((LAST, from, split));
                (to, split, to)
            };
            heads[split] = head;
            let middle = self.arc_split[low * count + high];
            self.todo.extend([(FIRST, low, middle), (LAST, middle + 1, high)]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Chart;

    /// Scores of 1 for the wanted arcs and 0 for all others give the wanted tree.
    fn check(wanted: &[usize]) {
        let count = wanted.len();
        let mut scores = vec![0.0; (count + 1) * count];
        for (child, head) in wanted.iter().enumerate() {
            scores[head * count + child] = 1.0;
        }
        let mut heads = Vec::new();
        Chart::default().run(count, &scores, &mut heads);
        assert_eq!(heads, wanted);
    }

    #[test]
    fn the_best_tree_is_found() {
        check(&[]);
        check(&[1]);
        check(&[1, 2]);
        check(&[1, 4, 1, 2]);
        check(&[2, 0, 5, 4, 2]);
        check(&[3, 0, 1, 5, 3]);
    }

    #[test]
    fn only_one_word_hangs_from_the_root() {
        let mut heads = Vec::new();
        Chart::default().run(2, &[0.0, 0.0, 0.0, 0.0, 9.0, 8.0], &mut heads);
        assert_eq!(heads, [2, 0]);
    }
}
