// What the graph holds, found by id, and the words of the page.

const data = JSON.parse(document.getElementById('data').textContent);

const WORDS = {
  story: ['Cerita', 'Story'],
  actors: ['Pelaku', 'Actors'],
  timeline: ['Linimasa', 'Timeline'],
  table: ['Tabel', 'Table'],
  search: ['Cari pelaku, pernyataan, barang …', 'Search actors, statements, things …'],
  searching: ['Pencarian', 'Search'],
  filters: ['Saringan', 'Filters'],
  actor: ['Pelaku', 'Actor'],
  kind: ['Jenis pernyataan', 'Kind of statement'],
  status: ['Status', 'Status'],
  category: ['Barang', 'Category'],
  publisher: ['Sumber', 'Source'],
  from: ['Sejak', 'From'],
  until: ['Hingga', 'Until'],
  any: ['semua', 'any'],
  clear: ['Hapus saringan', 'Clear filters'],
  theme: ['Terang/gelap', 'Light/dark'],
  language: ['English', 'Bahasa Indonesia'],
  views: ['Tampilan', 'Views'],
  zoomIn: ['Perbesar', 'Zoom in'],
  zoomOut: ['Perkecil', 'Zoom out'],
  whole: ['Seluruhnya', 'Whole picture'],
  close: ['Tutup', 'Close'],
  hint: [
    'Pilih sebuah garis untuk membaca kalimatnya, atau sebuah kotak untuk melihat siapa memegang pendapat apa.',
    'Choose a line to read its sentence, or a box to see who holds what.'
  ],
  keys: [
    'Papan tik: / mencari, 1–4 tampilan, + − 0 pembesaran, Tab ke garis berikutnya, Enter membuka, Esc menutup.',
    'Keyboard: / search, 1–4 views, + − 0 zoom, Tab to the next line, Enter opens, Esc closes.'
  ],
  found: ['ditemukan', 'found'],
  nothing: ['Tidak ada yang cocok.', 'Nothing matches.'],
  claims: ['Pernyataan', 'Statements'],
  transfers: ['Pengalihan', 'Transfers'],
  who: ['Siapa', 'Who'],
  what: ['Isi', 'What'],
  whom: ['Kepada', 'To whom'],
  when: ['Tanggal', 'Date'],
  where: ['Artikel', 'Article'],
  stance: ['Pendapat', 'View'],
  giver: ['Dari', 'From'],
  recipient: ['Ke', 'To'],
  ledger: ['Siapa memegang pendapat apa', 'Who holds what'],
  affirming: ['Menyatakan', 'Put it forward'],
  denying: ['Membantah', 'Reject it'],
  writer: ['penulis artikel', 'the article itself'],
  via: ['disampaikan', 'voiced by'],
  towards: ['kepada', 'to'],
  since: ['sejak', 'since'],
  rule: ['Aturan', 'Rule'],
  readArticle: ['Artikel selengkapnya', 'The whole article'],
  openArticle: ['Buka di web', 'Open on the web'],
  answers: ['Menjawab', 'Answers'],
  more: ['Tampilkan lebih banyak', 'Show more'],
  own: ['kata-kata sendiri', 'own words']
};

const state = { language: data.language, view: 'story' };

function english() {
  return state.language === 'en' ? 1 : 0;
}

function say(key) {
  return WORDS[key][english()];
}

function label(set, code) {
  const names = data.labels[set + '.' + code];
  return names ? names[english()] : code;
}

// Makes an element. Strings become text, never markup.
function make(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, '');
    else if (value !== null && value !== false && value !== undefined) element.setAttribute(key, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

const nodes = new Map();
for (const set of ['actors', 'propositions', 'statements', 'transfers']) {
  data[set].forEach((node, index) => nodes.set(node.id, { set, index, node }));
}

function nameOf(index) {
  return index === null || index === undefined ? say('writer') : data.actors[index].name;
}

function namesOf(indices) {
  return indices.map(nameOf).join(', ');
}

function articleOf(statement) {
  return data.articles[statement.evidence.article] || { title: '', publisher: null, date: null, url: null };
}

function dayOf(text) {
  if (!text) return '';
  const [year, month, day] = text.split('-').map(Number);
  const months = english()
    ? 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'
    : 'Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des';
  return day + ' ' + months.split(' ')[month - 1] + ' ' + year;
}

function thingsOf(transfer) {
  return transfer.items.length ? transfer.items.join(', ') : label('category', transfer.category);
}

function wayOf(transfer) {
  const side = (indices) => (indices.length ? namesOf(indices) : '?');
  return side(transfer.giver) + ' → ' + side(transfer.recipient);
}

// Statements by what they speak of.
const ofTransfer = data.transfers.map(() => []);
const ofProposition = data.propositions.map(() => []);
const ofActor = data.actors.map(() => []);
data.statements.forEach((statement, index) => {
  statement.about.forEach(([transfer]) => ofTransfer[transfer].push(index));
  statement.propositions.forEach(([proposition]) => ofProposition[proposition].push(index));
  const parties = new Set([...statement.source, ...statement.speaker, ...statement.target]);
  parties.forEach((actor) => ofActor[actor].push(index));
});

// All the words by which a node is found, in lower case.
function wordsOf(entry) {
  if (!entry.words) {
    const node = entry.node;
    let words = '';
    if (entry.set === 'actors') words = node.name + ' ' + node.aliases.join(' ') + ' ' + node.offices.join(' ');
    else if (entry.set === 'propositions') words = node.text;
    else if (entry.set === 'transfers') words = thingsOf(node) + ' ' + wayOf(node) + ' ' + node.category;
    else words = namesOf(node.source) + ' ' + node.content + ' ' + node.evidence.sentence;
    entry.words = words.toLowerCase();
  }
  return entry.words;
}
