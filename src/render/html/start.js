// Puts the page together and keeps it in step with what is asked for.

const app = document.getElementById('app');
const VIEWS = ['story', 'actors', 'timeline', 'table'];
const tableView = make('section', { class: 'tables', hidden: true });
const bar = make('header', { class: 'bar' });
const stage = make('div', { class: 'stage' });

function choice(key, values) {
  const select = make('select', { id: 'ask-' + key, onchange: (event) => ask(key, event.target.value) });
  select.append(make('option', { value: '' }, say('any')));
  values.forEach(([value, text]) => select.append(make('option', { value }, text)));
  select.value = asked[key];
  return make('label', {}, make('span', {}, say(key)), select);
}

function day(key) {
  const input = make('input', { type: 'date', id: 'ask-' + key, onchange: (event) => ask(key, event.target.value) });
  input.value = asked[key];
  return make('label', {}, make('span', {}, say(key)), input);
}

function codes(set, used) {
  return [...new Set(used)].sort().map((code) => [code, label(set, code)]);
}

function filters() {
  const speaking = data.actors
    .map((actor, index) => [String(index), actor.name, ofActor[index].length])
    .sort((one, two) => two[2] - one[2] || one[1].localeCompare(two[1]))
    .slice(0, 400);
  const publishers = [...new Set(data.articles.map((article) => article.publisher).filter(Boolean))].sort();
  return make(
    'details',
    { class: 'filters', open: window.matchMedia('(min-width: 60em)').matches },
    make('summary', {}, say('filters')),
    make(
      'div',
      {},
      choice('actor', speaking),
      choice('kind', codes('kind', data.statements.map((statement) => statement.kind))),
      choice('status', codes('status', data.transfers.map((transfer) => transfer.status))),
      choice('category', codes('category', data.transfers.map((transfer) => transfer.category))),
      choice('publisher', publishers.map((name) => [name, name])),
      day('from'),
      day('until'),
      make('button', { type: 'button', id: 'clear', onclick: clear }, say('clear'))
    )
  );
}

function build() {
  const search = make('input', {
    type: 'search',
    id: 'search',
    placeholder: say('search'),
    'aria-label': say('searching'),
    oninput: (event) => {
      ask('words', event.target.value.trim());
      if (asked.words) showResults();
      else hint();
    }
  });
  search.value = asked.words;
  const tab = (view) =>
    make('button', { type: 'button', 'data-tab': view, 'aria-pressed': String(view === state.view), onclick: () => turn(view) }, say(view));
  const tool = (key, sign, action) =>
    make('button', { type: 'button', id: key, title: say(key), 'aria-label': say(key), onclick: action }, sign);
  bar.replaceChildren(
    make('nav', { 'aria-label': say('views') }, ...VIEWS.map(tab)),
    search,
    make(
      'div',
      { class: 'tools' },
      tool('zoomIn', '+', () => onPicture((svg) => zoom(svg, 0.8, 0.5, 0.5))),
      tool('zoomOut', '−', () => onPicture((svg) => zoom(svg, 1.25, 0.5, 0.5))),
      tool('whole', '⤢', () => onPicture(fit)),
      make('button', { type: 'button', id: 'theme', onclick: changeTheme }, say('theme')),
      make('button', { type: 'button', id: 'language', onclick: changeLanguage }, say('language'))
    ),
    filters()
  );
}

function onPicture(action) {
  const section = shown();
  if (section) action(section.querySelector('.picture'));
}

function ask(key, value) {
  asked[key] = value;
  refresh();
}

function clear() {
  Object.keys(asked).forEach((key) => {
    asked[key] = '';
  });
  build();
  refresh();
}

function refresh() {
  const section = shown();
  if (section) dim(section);
  else tables(tableView);
}

function turn(view) {
  state.view = view;
  sections.forEach((section) => {
    section.hidden = section.dataset.view !== view || section.dataset.lang !== state.language;
  });
  tableView.hidden = view !== 'table';
  onPicture((svg) => {
    if (!frames.has(svg)) fit(svg);
  });
  bar.querySelectorAll('[data-tab]').forEach((tab) => tab.setAttribute('aria-pressed', String(tab.dataset.tab === view)));
  refresh();
}

function changeTheme() {
  const root = document.documentElement;
  const dark = root.dataset.theme
    ? root.dataset.theme === 'dark'
    : window.matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = dark ? 'light' : 'dark';
}

function changeLanguage() {
  state.language = state.language === 'en' ? 'id' : 'en';
  document.documentElement.lang = state.language;
  nodes.forEach((entry) => {
    entry.words = null;
  });
  build();
  turn(state.view);
  follow();
}

function follow() {
  if (location.hash) open(decodeURIComponent(location.hash.slice(1)));
  else hint();
}

document.addEventListener('keydown', (event) => {
  const typing = ['INPUT', 'SELECT', 'TEXTAREA'].includes(event.target.tagName);
  if (event.key === 'Escape') {
    if (typing) event.target.blur();
    closePanel();
  } else if (typing || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  } else if (event.key === '/') {
    event.preventDefault();
    document.getElementById('search').focus();
  } else if (VIEWS[Number(event.key) - 1]) {
    turn(VIEWS[Number(event.key) - 1]);
  } else if (event.target.closest && !event.target.closest('.picture')) {
    if (event.key === '+' || event.key === '=') onPicture((svg) => zoom(svg, 0.8, 0.5, 0.5));
    if (event.key === '-') onPicture((svg) => zoom(svg, 1.25, 0.5, 0.5));
    if (event.key === '0') onPicture(fit);
  }
});
window.addEventListener('hashchange', follow);

sections.forEach((section) => {
  stage.append(section);
  listen(section.querySelector('.picture'));
});
stage.append(tableView);
app.append(bar, stage, panel);
build();
turn('story');
follow();
