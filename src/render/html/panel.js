// The panel: the sentence behind an edge, and the ledger of a claim or transfer.

const panel = make('aside', { id: 'panel', 'aria-live': 'polite', tabindex: '-1' });

function show(...children) {
  panel.replaceChildren(
    make('button', { type: 'button', class: 'close', 'aria-label': say('close'), onclick: closePanel }, '×'),
    ...children
  );
  panel.classList.add('open');
  panel.scrollTop = 0;
}

function closePanel() {
  if (location.hash) history.replaceState(null, '', location.pathname + location.search);
  hint();
}

function hint() {
  show(make('p', {}, say('hint')), make('p', { class: 'quiet' }, say('keys')));
  // On a narrow screen what is open lies over the page; a hint does not.
  panel.classList.remove('open');
  select([]);
}

// Opens what an address ends in: one id, or what a link of the picture stands for.
function open(id, all) {
  const ids = all && all.length ? all : [id];
  const entries = ids.map((one) => nodes.get(one)).filter(Boolean);
  if (!entries.length) return hint();
  const first = entries[0];
  if (entries.length > 1) show(make('h2', {}, say('claims')), ...entries.map(card));
  else if (first.set === 'statements') show(make('h2', {}, label('kind', first.node.kind)), card(first));
  else if (first.set === 'transfers') showTransfer(first);
  else if (first.set === 'propositions') showProposition(first);
  else showActor(first);
  select(ids);
  panel.focus({ preventScroll: true });
}

function card(entry) {
  if (entry.set === 'transfers') return transferCard(entry.node);
  const statement = entry.node;
  const voice = statement.speaker.length ? ' (' + say('via') + ' ' + namesOf(statement.speaker) + ')' : '';
  const whom = statement.target.length ? ' ' + say('towards') + ' ' + namesOf(statement.target) : '';
  const own = statement.content_is === 'words' ? ', ' + say('own') : '';
  return make(
    'article',
    { class: 'card kind-' + statement.kind },
    make('h3', {}, namesOf(statement.source) + voice),
    make('p', { class: 'act' }, label('kind', statement.kind) + own + whom + (statement.date ? ' · ' + dayOf(statement.date) : '')),
    quote(statement.evidence),
    source(statement.evidence, statement.rule),
    related(statement)
  );
}

function transferCard(transfer) {
  return make(
    'article',
    { class: 'card' },
    make('h3', {}, link(thingsOf(transfer), transfer.id)),
    make('p', { class: 'act' }, wayOf(transfer) + ' · ' + label('status', transfer.status)),
    transfer.stances.length ? quote(transfer.stances[0].evidence) : null,
    transfer.stances.length ? source(transfer.stances[0].evidence) : null
  );
}

// The sentence with its cue and its content marked.
function quote(evidence) {
  const text = evidence.sentence;
  const places = [0, text.length, ...(evidence.cue || []), ...(evidence.content || [])];
  const cuts = [...new Set(places)].sort((one, two) => one - two);
  const inside = (range, at) => range && range[0] <= at && at < range[1];
  const parts = cuts.slice(1).map((end, index) => {
    const start = cuts[index];
    const words = text.slice(start, end);
    if (inside(evidence.cue, start)) return make('mark', { class: 'cue' }, words);
    if (inside(evidence.content, start)) return make('span', { class: 'content' }, words);
    return words;
  });
  return make('blockquote', { lang: 'id' }, ...parts);
}

function source(evidence, rule) {
  const article = data.articles[evidence.article];
  if (!article) return null;
  const about = [article.publisher, dayOf(article.date)].filter(Boolean).join(', ');
  const web = article.url && /^https?:/i.test(article.url);
  const open = web
    ? make('a', { href: article.url, rel: 'noopener noreferrer', target: '_blank' }, say('openArticle'))
    : null;
  return make(
    'div',
    { class: 'source' },
    make('p', {}, make('cite', {}, article.title), about ? ' · ' + about : '', open ? ' · ' : '', open || ''),
    rule ? make('p', { class: 'quiet' }, say('rule') + ': ' + rule) : null,
    article.text ? whole(article, evidence) : null
  );
}

// The whole article, opened at the sentence.
function whole(article, evidence) {
  const body = make('div', { class: 'text', lang: 'id' });
  const details = make('details', {}, make('summary', {}, say('readArticle')), body);
  details.addEventListener('toggle', () => {
    if (!details.open || body.childNodes.length) return;
    const start = evidence.start === null ? article.text.indexOf(evidence.sentence) : evidence.start;
    const end = start + evidence.sentence.length;
    const marked = make('mark', {}, article.text.slice(start, end));
    if (start < 0) body.append(article.text);
    else body.append(article.text.slice(0, start), marked, article.text.slice(end));
    marked.scrollIntoView({ block: 'nearest' });
  });
  return details;
}

function related(statement) {
  const items = [];
  statement.about.forEach(([index, stance]) => {
    const transfer = data.transfers[index];
    items.push(make('li', {}, label('stance', stance) + ': ', link(thingsOf(transfer) + ' (' + wayOf(transfer) + ')', transfer.id)));
  });
  statement.propositions.forEach(([index, sense]) => {
    const proposition = data.propositions[index];
    items.push(make('li', {}, label('sense', sense) + ': ', link(proposition.text, proposition.id)));
  });
  statement.answers.forEach((index) => {
    const other = data.statements[index];
    items.push(make('li', {}, say('answers') + ' ' + namesOf(other.source) + ': ', link(other.content, other.id)));
  });
  return items.length ? make('ul', { class: 'related' }, ...items) : null;
}

function showTransfer(entry) {
  const transfer = entry.node;
  const rows = transfer.stances.map((stance) => ({
    holder: stance.holder,
    value: stance.value,
    date: stance.date,
    evidence: stance.evidence,
    statement: stance.statement === null ? null : data.statements[stance.statement]
  }));
  const groups = [...new Set(rows.map((row) => row.value))];
  show(
    make('p', { class: 'badge ' + transfer.status }, label('status', transfer.status)),
    make('h2', {}, thingsOf(transfer)),
    make('p', { class: 'act' }, wayOf(transfer)),
    make('p', { class: 'quiet' }, [label('category', transfer.category), ...transfer.quantities, dayOf(transfer.date)].filter(Boolean).join(' · ')),
    make('h3', {}, say('ledger')),
    ...groups.map((value) => ledger(label('stance', value), value, rows.filter((row) => row.value === value)))
  );
}

function showProposition(entry) {
  const rows = (sense) =>
    ofProposition[entry.index]
      .map((index) => data.statements[index])
      .filter((statement) => statement.propositions.some(([index, own]) => index === entry.index && own === sense))
      .map((statement) => ({
        holder: statement.source,
        date: statement.date,
        evidence: statement.evidence,
        statement
      }));
  show(
    make('h2', { class: 'claim', lang: 'id' }, entry.node.text),
    make('h3', {}, say('ledger')),
    ledger(say('affirming'), 'asserted', rows('affirms')),
    ledger(say('denying'), 'denied', rows('rejects'))
  );
}

// Who holds one view, since when, each with the sentence.
function ledger(title, value, rows) {
  if (!rows.length) return null;
  const holders = new Map();
  rows.forEach((row) => {
    const name = Array.isArray(row.holder) ? namesOf(row.holder) : nameOf(row.holder);
    if (!holders.has(name)) holders.set(name, []);
    holders.get(name).push(row);
  });
  const item = ([name, held]) => {
    const days = held.map((row) => row.date).filter(Boolean).sort();
    const since = days.length ? ' · ' + say('since') + ' ' + dayOf(days[0]) : '';
    const count = held.length > 1 ? ' ×' + held.length : '';
    const seen = new Set();
    const told = held.filter((row) => !seen.has(row.evidence.sentence) && seen.add(row.evidence.sentence));
    return make(
      'li',
      {},
      make('details', { open: rows.length <= 4 }, make('summary', {}, name + count + since),
        ...told.map((row) => make('div', {}, quote(row.statement ? row.statement.evidence : row.evidence), source(row.evidence)))
      )
    );
  };
  return make('section', { class: 'ledger ' + value }, make('h4', {}, title), make('ul', {}, ...[...holders].map(item)));
}

function showActor(entry) {
  const actor = entry.node;
  const statements = ofActor[entry.index].map((index) => nodes.get(data.statements[index].id)).slice(0, 60);
  const passing = data.transfers.filter((transfer) => [...transfer.giver, ...transfer.recipient].includes(entry.index));
  show(
    make('h2', {}, actor.name),
    make('p', { class: 'act' }, [label('actor', actor.kind), ...actor.offices].join(' · ')),
    actor.aliases.length ? make('p', { class: 'quiet' }, actor.aliases.join(', ')) : null,
    passing.length ? make('h3', {}, say('transfers')) : null,
    ...passing.map(transferCard),
    make('h3', {}, say('claims')),
    ...statements.map(card)
  );
}

function showResults() {
  const found = [...nodes.values()].filter((entry) => hasWords(entry));
  const title = (entry) => {
    if (entry.set === 'actors') return entry.node.name;
    if (entry.set === 'transfers') return thingsOf(entry.node) + ' (' + wayOf(entry.node) + ')';
    if (entry.set === 'propositions') return entry.node.text;
    return namesOf(entry.node.source) + ': ' + entry.node.content;
  };
  show(
    make('h2', {}, found.length + ' ' + say('found')),
    found.length
      ? make('ul', { class: 'results' }, ...found.slice(0, 50).map((entry) => make('li', {}, link(title(entry), entry.node.id))))
      : make('p', {}, say('nothing'))
  );
}
