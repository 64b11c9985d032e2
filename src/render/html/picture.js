// Pan, zoom and selection in the pictures.

const sections = [...document.querySelectorAll('section.view')];
const frames = new Map();

function shown() {
  return sections.find((section) => !section.hidden);
}

function frameOf(svg) {
  if (!frames.has(svg)) {
    const [x, y, width, height] = svg.getAttribute('viewBox').split(' ').map(Number);
    frames.set(svg, { x, y, width, height, whole: [x, y, width, height] });
  }
  return frames.get(svg);
}

function draw(svg) {
  const frame = frameOf(svg);
  svg.setAttribute('viewBox', [frame.x, frame.y, frame.width, frame.height].join(' '));
}

// Zooms about a place given in parts of the picture's width and height.
function zoom(svg, factor, across, down) {
  const frame = frameOf(svg);
  const width = Math.min(Math.max(frame.width * factor, 120), frame.whole[2] * 2);
  const ratio = width / frame.width;
  frame.x += frame.width * (1 - ratio) * across;
  frame.y += frame.height * (1 - ratio) * down;
  frame.width = width;
  frame.height *= ratio;
  draw(svg);
}

// The whole picture; of one that is much higher than its frame, the upper part in full width.
function fit(svg) {
  const frame = frameOf(svg);
  [frame.x, frame.y, frame.width, frame.height] = frame.whole;
  const box = svg.getBoundingClientRect();
  const ratio = box.height / box.width;
  if (box.width && frame.height / frame.width > ratio * 3) {
    const width = Math.max(frame.width, box.width);
    frame.x -= (width - frame.width) / 2;
    frame.width = width;
    frame.height = width * ratio;
  }
  draw(svg);
}

function pan(svg, across, down) {
  const frame = frameOf(svg);
  frame.x += across;
  frame.y += down;
  draw(svg);
}

// Units of the drawing for one pixel of the screen.
function unit(svg) {
  const frame = frameOf(svg);
  const box = svg.getBoundingClientRect();
  return Math.max(frame.width / box.width, frame.height / box.height);
}

function listen(svg) {
  let from = null;
  let moved = false;
  svg.addEventListener('dragstart', (event) => event.preventDefault());
  svg.addEventListener('wheel', (event) => {
    event.preventDefault();
    const box = svg.getBoundingClientRect();
    const across = (event.clientX - box.left) / box.width;
    const down = (event.clientY - box.top) / box.height;
    zoom(svg, Math.exp(Math.sign(event.deltaY) * 0.15), across, down);
  }, { passive: false });
  svg.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    from = [event.clientX, event.clientY];
    moved = false;
  });
  window.addEventListener('pointermove', (event) => {
    if (!from) return;
    const [dx, dy] = [event.clientX - from[0], event.clientY - from[1]];
    if (!moved && Math.hypot(dx, dy) < 5) return;
    moved = true;
    pan(svg, -dx * unit(svg), -dy * unit(svg));
    from = [event.clientX, event.clientY];
  });
  window.addEventListener('pointerup', () => {
    from = null;
  });
  svg.addEventListener('click', (event) => {
    const link = event.target.closest('a');
    if (!link) return;
    event.preventDefault();
    if (moved) return;
    const target = link.getAttribute('href').slice(1);
    history.replaceState(null, '', '#' + target);
    open(target, link.dataset.of ? link.dataset.of.split(' ') : null);
  });
  svg.addEventListener('keydown', (event) => {
    const step = frameOf(svg).width / 12;
    const steps = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] };
    if (steps[event.key]) pan(svg, ...steps[event.key]);
    else if (event.key === '+' || event.key === '=') zoom(svg, 0.8, 0.5, 0.5);
    else if (event.key === '-') zoom(svg, 1.25, 0.5, 0.5);
    else if (event.key === '0') fit(svg);
    else return;
    event.preventDefault();
  });
}

// Sets off what belongs to these ids.
function select(ids) {
  const wanted = new Set(ids);
  document.querySelectorAll('.chosen').forEach((element) => element.classList.remove('chosen'));
  if (!wanted.size) return;
  sections.forEach((section) => {
    section.querySelectorAll('.e[data-of]').forEach((link) => {
      if (link.dataset.of.split(' ').some((id) => wanted.has(id))) link.classList.add('chosen');
    });
    section.querySelectorAll('.b[data-id]').forEach((box) => {
      if (wanted.has(box.dataset.id)) box.classList.add('chosen');
    });
  });
}
