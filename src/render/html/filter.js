// What is asked for, and what answers to it: in the pictures by dimming the rest, in the tables by leaving it out.

const asked = { actor: '', kind: '', status: '', category: '', publisher: '', from: '', until: '', words: '' };

function isAsked() {
  return Object.values(asked).some((value) => value !== '');
}

function inTime(date) {
  if (asked.from && (!date || date < asked.from)) return false;
  return !(asked.until && (!date || date > asked.until));
}

function transferPasses(index) {
  const transfer = data.transfers[index];
  if (asked.kind) return ofTransfer[index].some((statement) => statementPasses(data.statements[statement]));
  if (asked.status && transfer.status !== asked.status) return false;
  if (asked.category && transfer.category !== asked.category) return false;
  const parties = [...transfer.giver, ...transfer.recipient, ...transfer.stances.map((stance) => stance.holder)];
  if (asked.actor && !parties.includes(Number(asked.actor))) return false;
  const told = transfer.stances.some((stance) => {
    const article = data.articles[stance.evidence.article];
    return inTime(stance.date) && (!asked.publisher || (article && article.publisher === asked.publisher));
  });
  if ((asked.from || asked.until || asked.publisher) && !told) return false;
  return hasWords(nodes.get(transfer.id));
}

function statementPasses(statement) {
  if (asked.kind && statement.kind !== asked.kind) return false;
  const parties = [...statement.source, ...statement.speaker, ...statement.target];
  if (asked.actor && !parties.includes(Number(asked.actor))) return false;
  if (asked.publisher && articleOf(statement).publisher !== asked.publisher) return false;
  if (!inTime(statement.date)) return false;
  const about = statement.about.map(([transfer]) => data.transfers[transfer]);
  if (asked.status && !about.some((transfer) => transfer.status === asked.status)) return false;
  if (asked.category && !about.some((transfer) => transfer.category === asked.category)) return false;
  return hasWords(nodes.get(statement.id)) || about.some((transfer) => asked.words && hasWords(nodes.get(transfer.id)));
}

function hasWords(entry) {
  const words = asked.words.toLowerCase().split(/\s+/).filter(Boolean);
  return words.every((word) => wordsOf(entry).includes(word));
}

function nodePasses(id) {
  const entry = nodes.get(id);
  if (!entry) return false;
  if (entry.set === 'statements') return statementPasses(entry.node);
  if (entry.set === 'transfers') return transferPasses(entry.index);
  return hasWords(entry);
}

// Dims in a picture what does not answer.
function dim(section) {
  const kept = new Set();
  const active = isAsked();
  section.querySelectorAll('.e[data-of]').forEach((link) => {
    const ends = [link.dataset.from, link.dataset.to];
    const of = link.dataset.of.split(' ').filter(Boolean);
    const named = asked.words && !asked.kind && ends.some((end) => nodes.has(end) && hasWords(nodes.get(end)));
    const passes = !active || of.some(nodePasses) || (named && of.some((id) => nodes.has(id)));
    link.classList.toggle('dim', !passes);
    if (passes) ends.forEach((end) => kept.add(end));
  });
  section.querySelectorAll('.b[data-id]').forEach((box) => {
    const id = box.dataset.id;
    const named = asked.words && nodes.has(id) && hasWords(nodes.get(id));
    box.classList.toggle('dim', active && !kept.has(id) && !named);
    box.classList.toggle('named', Boolean(named));
  });
}

const PORTION = 200;

function tables(container) {
  const statements = data.statements.filter(statementPasses);
  const transfers = data.transfers.filter((transfer, index) => transferPasses(index));
  container.replaceChildren(
    make('h2', {}, say('transfers') + ' (' + transfers.length + ')'),
    table(['status', 'what', 'giver', 'recipient', 'when'], transfers, (transfer) => [
      label('status', transfer.status),
      link(thingsOf(transfer), transfer.id),
      namesOf(transfer.giver),
      namesOf(transfer.recipient),
      dayOf(transfer.date)
    ]),
    make('h2', {}, say('claims') + ' (' + statements.length + ')'),
    table(['who', 'kind', 'what', 'whom', 'when', 'where'], statements, (statement) => [
      namesOf(statement.source),
      label('kind', statement.kind),
      link(statement.content, statement.id),
      namesOf(statement.target),
      dayOf(statement.date),
      articleOf(statement).title
    ])
  );
}

function link(text, id) {
  return make('a', { href: '#' + id }, text);
}

function table(heads, rows, cells) {
  const body = make('tbody');
  const element = make(
    'table',
    {},
    make('thead', {}, make('tr', {}, ...heads.map((head) => make('th', { scope: 'col' }, say(head))))),
    body
  );
  let shown = 0;
  const more = make('button', { type: 'button', onclick: portion }, say('more'));
  function portion() {
    const next = rows.slice(shown, shown + PORTION);
    body.append(...next.map((row) => make('tr', {}, ...cells(row).map((cell) => make('td', {}, cell)))));
    shown += next.length;
    more.hidden = shown >= rows.length;
  }
  portion();
  return make('div', { class: 'scroll' }, element, more);
}
