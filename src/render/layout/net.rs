//! The layered network: every link cut into pieces that run from one rank to the next.
//!
//! Boxes stand in even ranks. The odd ranks between them hold labels and bends alone, so that each link has at least
//! one bend: a label gets room of its own, and parallel links fan out.

use super::{Input, Size};

/// Cells in ranks, and which cell is joined to which.
pub(super) struct Net {
    /// Extent of each cell: boxes first, in the order of the input, then bends.
    pub(super) cells: Vec<Size>,
    /// How many of the cells are boxes.
    pub(super) boxes: usize,
    /// Rank of each cell.
    pub(super) rank: Vec<usize>,
    /// The cells of each rank, from left to right.
    pub(super) ranks: Vec<Vec<usize>>,
    /// Position of each cell in its rank.
    pub(super) position: Vec<usize>,
    /// Cells joined to each cell in the rank above.
    pub(super) above: Vec<Vec<usize>>,
    /// Cells joined to each cell in the rank below.
    pub(super) below: Vec<Vec<usize>>,
    /// The cells of each link from top to bottom; empty for a loop.
    pub(super) chains: Vec<Chain>,
}

/// The cells of one link.
#[derive(Clone, Debug, Default)]
pub(super) struct Chain {
    pub(super) cells: Vec<usize>,
    /// The bend that holds the label.
    pub(super) label: Option<usize>,
    /// Whether the link runs upwards.
    pub(super) reversed: bool,
}

/// Room that a loop takes beside its box.
pub(super) const LOOP: f64 = 22.0;

impl Net {
    pub(super) fn new(input: &Input, reversed: &[bool], ranks: &[usize]) -> Self {
        let boxes = input.boxes.len();
        let mut net = Self {
            cells: with_loops(input),
            boxes,
            rank: ranks.iter().map(|rank| rank * 2).collect(),
            ranks: Vec::new(),
            position: Vec::new(),
            above: vec![Vec::new(); boxes],
            below: vec![Vec::new(); boxes],
            chains: Vec::with_capacity(input.links.len()),
        };
        for (link, &reversed) in input.links.iter().zip(reversed) {
            let chain = if link.from == link.to {
                Chain::default()
            } else if reversed {
                net.chain(link.to, link.from, link.label, true)
            } else {
                net.chain(link.from, link.to, link.label, false)
            };
            net.chains.push(chain);
        }
        let last = net.rank.iter().max().copied().unwrap_or_default();
        net.ranks = vec![Vec::new(); last + 1];
        net.position = vec![0; net.cells.len()];
        net
    }

    fn chain(&mut self, top: usize, bottom: usize, label: Option<Size>, reversed: bool) -> Chain {
        let (first, last) = (self.rank[top], self.rank[bottom]);
        let middle = usize::midpoint(first, last) | 1;
        let mut chain = Chain { cells: vec![top], label: None, reversed };
        for rank in first + 1..last {
            let wanted = label.filter(|_| rank == middle);
            let bend = self.cells.len();
            self.cells.push(wanted.unwrap_or_default());
            self.rank.push(rank);
            self.above.push(Vec::new());
            self.below.push(Vec::new());
            if wanted.is_some() {
                chain.label = Some(bend);
            }
            chain.cells.push(bend);
        }
        chain.cells.push(bottom);
        for pair in chain.cells.windows(2) {
            self.below[pair[0]].push(pair[1]);
            self.above[pair[1]].push(pair[0]);
        }
        chain
    }

    pub(super) fn is_bend(&self, cell: usize) -> bool {
        cell >= self.boxes
    }

    /// Notes the positions of the cells of one rank after a change of their order.
    pub(super) fn renumber(&mut self, rank: usize) {
        for (position, &cell) in self.ranks[rank].iter().enumerate() {
            self.position[cell] = position;
        }
    }
}

/// The boxes, widened by the loops at their side.
fn with_loops(input: &Input) -> Vec<Size> {
    let mut cells = input.boxes.clone();
    for (index, room) in loops(input).into_iter().enumerate().filter(|(_, room)| room.height > 0.0) {
        cells[index].width += 2.0 * (LOOP + room.width);
        cells[index].height = cells[index].height.max(room.height);
    }
    cells
}

/// Room for the loops of each box, one under another.
pub(super) fn loops(input: &Input) -> Vec<Size> {
    let mut rooms = vec![Size::default(); input.boxes.len()];
    for link in input.links.iter().filter(|link| link.from == link.to) {
        let label = link.label.unwrap_or_default();
        let room = &mut rooms[link.from];
        *room = Size::new(room.width.max(label.width), room.height + label.height.max(LOOP));
    }
    rooms
}
