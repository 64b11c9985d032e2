//! Work shared out to threads, its results taken in the order of what was worked on.

use std::num::NonZeroUsize;
use std::panic::resume_unwind;
use std::sync::{Mutex, PoisonError};
use std::thread;

/// So many items are in memory at once, however many there are.
const BATCH: usize = 256;

/// Calls `work` on each item, on several threads, and `take` on each result, on this one, in the order of the items:
/// what comes of it does not depend on the number of threads. Ends at the first error that `take` returns.
pub(super) fn in_order<I: Send, R: Send, E>(
    threads: NonZeroUsize,
    mut items: impl Iterator<Item = I>,
    work: impl Fn(I) -> R + Sync,
    mut take: impl FnMut(R) -> Result<(), E>,
) -> Result<(), E> {
    loop {
        let batch: Vec<I> = items.by_ref().take(BATCH).collect();
        if batch.is_empty() {
            return Ok(());
        }
        share_out(threads.get(), batch, &work).into_iter().try_for_each(&mut take)?;
    }
}

fn share_out<I: Send, R: Send>(threads: usize, batch: Vec<I>, work: &(impl Fn(I) -> R + Sync)) -> Vec<R> {
    let jobs = Mutex::new(batch.into_iter().enumerate());
    let next = || jobs.lock().unwrap_or_else(PoisonError::into_inner).next();
    let serve = || std::iter::from_fn(next).map(|(index, item)| (index, work(item))).collect::<Vec<_>>();
    let mut done = thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(serve)).collect();
        let results = workers.into_iter().map(|worker| worker.join().unwrap_or_else(|panic| resume_unwind(panic)));
        results.flatten().collect::<Vec<_>>()
    });
    done.sort_by_key(|(index, _)| *index);
    done.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use super::in_order;
    use std::num::NonZeroUsize;

    #[test]
    fn results_come_in_the_order_of_the_items_whatever_the_threads() {
        for threads in [1, 2, 7] {
            let mut taken = Vec::new();
            let threads = NonZeroUsize::new(threads).expect("not zero");
            let uneven = |n: u64| (0..(n * 7919) % 5000).fold(n, |sum, i| std::hint::black_box(sum + i - i));
            in_order(threads, 0..1000, uneven, |n| -> Result<(), ()> {
                taken.push(n);
                Ok(())
            })
            .expect("no error");
            assert_eq!(taken, (0..1000).collect::<Vec<_>>());
        }
    }

    #[test]
    fn an_error_ends_it() {
        let mut taken = 0;
        let take = |n| {
            taken += 1;
            if n == 10 { Err("ten") } else { Ok(()) }
        };
        assert_eq!(in_order(NonZeroUsize::MIN, 0.., |n| n, take), Err("ten"));
        assert_eq!(taken, 11);
    }
}
