//! Transitions of the arc-hybrid system (Kuhlmann et al. 2011): stack, buffer and arcs.
//!
//! The root stands at the end of the buffer. A word gets its head when it leaves the stack: to the left of the front of
//! the buffer ([`LEFT`]) or to the right of the word below it ([`RIGHT`]).

/// How many transitions there are.
pub(crate) const MOVES: usize = 3;
/// The front of the buffer goes onto the stack.
#[cfg(feature = "train")]
pub(crate) const SHIFT: usize = 0;
/// The top of the stack gets the front of the buffer as its head.
pub(crate) const LEFT: usize = 1;
/// The top of the stack gets the word below it as its head.
pub(crate) const RIGHT: usize = 2;

/// Stands for "no word".
pub(crate) const NONE: usize = usize::MAX;

/// Stack, buffer and the arcs drawn so far.
#[derive(Debug, Default)]
pub(crate) struct State {
    stack: Vec<usize>,
    /// The first word that has not been on the stack yet.
    pub(crate) front: usize,
    /// The head of each word; the number of words stands for the root.
    pub(crate) heads: Vec<usize>,
    /// For each word its outermost and next children: left, next left, right, next right.
    children: Vec<[usize; 4]>,
    /// How many children each word has to its left and right.
    valence: Vec<[u32; 2]>,
}

impl State {
    /// Empties the stack and puts `count` words into the buffer.
    pub(crate) fn reset(&mut self, count: usize) {
        self.stack.clear();
        self.front = 0;
        self.heads.clear();
        self.heads.resize(count, NONE);
        self.children.clear();
        self.children.resize(count + 1, [NONE; 4]);
        self.valence.clear();
        self.valence.resize(count + 1, [0; 2]);
    }

    fn count(&self) -> usize {
        self.heads.len()
    }

    /// Whether all words have heads.
    pub(crate) fn is_done(&self) -> bool {
        self.front == self.count() && self.stack.is_empty()
    }

    /// Which transitions are possible; only one word may hang from the root.
    pub(crate) fn possible(&self) -> [bool; MOVES] {
        let shift = self.front < self.count();
        let left = if shift { !self.stack.is_empty() } else { self.stack.len() == 1 };
        [shift, left, self.stack.len() > 1]
    }

    /// The word that many places below the top of the stack.
    pub(crate) fn top(&self, below: usize) -> usize {
        self.stack.len().checked_sub(below + 1).map_or(NONE, |at| self.stack[at])
    }

    /// Takes a possible transition.
    pub(crate) fn take(&mut self, transition: usize) {
        match transition {
            LEFT => self.attach(self.front),
            RIGHT => self.attach(self.top(1)),
            _ => {
                self.stack.push(self.front);
                self.front += 1;
            }
        }
    }

    /// An outer or next child of a word: left, next left, right, next right.
    pub(crate) fn child(&self, at: usize, place: usize) -> usize {
        self.children.get(at).map_or(NONE, |children| children[place])
    }

    /// How many children a word has to its left (0) or right (1), at most four.
    pub(crate) fn valence(&self, at: usize, side: usize) -> u32 {
        self.valence.get(at).map_or(0, |counts| counts[side].min(4))
    }

    /// Takes the top off the stack and hangs it from `head`.
    fn attach(&mut self, head: usize) {
        let Some(child) = self.stack.pop() else { return };
        self.heads[child] = head;
        let side = usize::from(child > head);
        let places = &mut self.children[head];
        places[side * 2 + 1] = places[side * 2];
        places[side * 2] = child;
        self.valence[head][side] += 1;
    }

    /// For each transition the number of gold arcs that it makes unreachable (Goldberg and Nivre 2013); `gold` has the
    /// number of words for the root.
    #[cfg(feature = "train")]
    pub(crate) fn costs(&self, gold: &[usize]) -> [usize; MOVES] {
        let in_buffer = |word: usize| word >= self.front;
        let mut costs = [0; MOVES];
        if let Some((top, below)) = self.stack.split_last() {
            let head = gold[*top];
            let children = (self.front..self.count()).filter(|word| gold[*word] == *top).count();
            costs[LEFT] = children + usize::from(Some(&head) == below.last() || in_buffer(head) && head != self.front);
            costs[RIGHT] = children + usize::from(in_buffer(head));
        }
        if self.front < self.count() {
            let children = self.stack.iter().filter(|word| gold[**word] == self.front).count();
            let head = gold[self.front];
            let lost = self.stack.iter().rev().skip(1).any(|word| *word == head);
            costs[SHIFT] = children + usize::from(lost);
        }
        costs
    }
}

/// The possible transition with the highest score.
pub(crate) fn best_of<T: PartialOrd + Copy>(scores: &[T; MOVES], allowed: [bool; MOVES]) -> Option<usize> {
    let mut found: Option<usize> = None;
    for transition in (0..MOVES).filter(|transition| allowed[*transition]) {
        if found.is_none_or(|best| scores[transition] > scores[best]) {
            found = Some(transition);
        }
    }
    found
}
