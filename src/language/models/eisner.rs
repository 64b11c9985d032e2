//! The best projective tree over scored arcs (Eisner 1996), with one word below the root.

/// Less than any sum of scores.
const NEVER: f32 = f32::MIN / 8.0;

/// Best scores of the spans of a sentence and where they were split: the head at the right end or at the left one, with
/// an arc between the ends or with all children of the head.
#[derive(Debug, Default)]
pub(crate) struct Chart {
    arcs: [Vec<f32>; 2],
    full: [Vec<f32>; 2],
    arc_split: Vec<usize>,
    full_split: [Vec<usize>; 2],
    todo: Vec<(usize, usize, usize)>,
}

/// The head of a span is its last word.
const LAST: usize = 0;
/// The head of a span is its first word.
const FIRST: usize = 1;

fn best(places: impl Iterator<Item = usize>, score: impl Fn(usize) -> f32) -> (f32, usize) {
    let mut found = (NEVER, 0);
    for (nth, place) in places.enumerate() {
        let score = score(place);
        if nth == 0 || score > found.0 {
            found = (score, place);
        }
    }
    found
}

impl Chart {
    fn reset(&mut self, count: usize) {
        for scores in self.arcs.iter_mut().chain(&mut self.full) {
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
        let (_, root) =
            best(0..count, |root| last[root] + first[root * count + count - 1] + scores[count * count + root]);
        self.todo.clear();
        self.todo.extend([(LAST, 0, root), (FIRST, root, count - 1)]);
        self.trace(count, heads);
    }

    fn fill(&mut self, count: usize, (from, to): (usize, usize), scores: &[f32]) {
        let at = |from: usize, to: usize| from * count + to;
        let span = at(from, to);
        let [last, first] = &self.full;
        let (score, split) = best(from..to, |split| first[at(from, split)] + last[at(split + 1, to)]);
        self.arc_split[span] = split;
        self.arcs[FIRST][span] = score + scores[at(from, to)];
        self.arcs[LAST][span] = score + scores[at(to, from)];
        let (score, split) = best(from + 1..=to, |split| self.arcs[FIRST][at(from, split)] + first[at(split, to)]);
        (self.full[FIRST][span], self.full_split[FIRST][span]) = (score, split);
        let last = &self.full[LAST];
        let (score, split) = best(from..to, |split| last[at(from, split)] + self.arcs[LAST][at(split, to)]);
        (self.full[LAST][span], self.full_split[LAST][span]) = (score, split);
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
