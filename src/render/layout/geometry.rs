//! Points and sizes. Units are those of the drawing (CSS pixels), y grows downwards.

/// A place.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
}

impl Point {
    /// A place from its coordinates.
    pub fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// The place mirrored at the diagonal.
    #[must_use]
    pub fn turned(self) -> Self {
        Self { x: self.y, y: self.x }
    }

    /// The place moved.
    #[must_use]
    pub fn moved(self, by: Point) -> Self {
        Self { x: self.x + by.x, y: self.y + by.y }
    }
}

/// An extent.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Size {
    /// From left to right.
    pub width: f64,
    /// From top to bottom.
    pub height: f64,
}

impl Size {
    /// An extent from its sides.
    pub fn new(width: f64, height: f64) -> Self {
        Self { width, height }
    }

    /// The extent with its sides exchanged.
    #[must_use]
    pub fn turned(self) -> Self {
        Self { width: self.height, height: self.width }
    }
}

/// A count as a coordinate.
#[expect(clippy::cast_precision_loss, reason = "no drawing has 2^52 of anything")]
pub fn float(count: usize) -> f64 {
    count as f64
}
