'use strict';

const ENDED = new Set(['REMASTERED', 'FAILED', 'CANCELLED']);
const WORDS = {
  ACCEPTED: 'waiting', SPLITTING: 'cutting', UPSCALING: 'upscaling', ASSEMBLING: 'assembling',
  REMASTERED: 'remastered', FAILED: 'failed', CANCELLED: 'cancelled',
};

const list = document.getElementById('jobs');
const template = document.getElementById('job');
const form = document.getElementById('upload');
const problem = document.getElementById('problem');
const items = new Map();

/** Frames a second are those since the page has seen the job's first finished frames. */
function figures(status, item) {
  const total = status.framesTotal;
  if (status.state === 'FAILED') return status.reason;
  if (!total) return status.model;
  if (ENDED.has(status.state)) return `${total} frames, ${made(status)}${computed(status.reuse)}${asked(status)}`;
  const now = performance.now();
  item.first ??= { at: now, frames: status.framesDone };
  const rate = (status.framesDone - item.first.frames) / ((now - item.first.at) / 1000);
  const done = `${status.framesDone} of ${total} frames`;
  if (!(rate > 0) || status.framesDone >= total) return `${done}, ${status.model}`;
  return `${done}, ${rate.toFixed(1)} frames/s, ${clock((total - status.framesDone) / rate)} left`;
}

/** By which networks, and what their weights' licences are. */
function made(status) {
  const networks = (status.networks ?? []).map((network) => `${network.name} (${network.licence})`);
  return networks.join(', then ') || status.model;
}

/** What was held from frame to frame was not computed again. */
function computed(reuse) {
  return reuse ? `, ${Math.round(100 * reuse.inferencePixelShare)} % of the pixels computed` : '';
}

/** What the job's request settled and allowed: its profile, what is done to pictures besides the network, and what the film lacks of the video. */
function asked(status) {
  const { nativeHeight, height, strength } = status.picture ?? {};
  const settled = [
    status.profile && `profile ${status.profile.name} ${status.profile.version}`,
    nativeHeight && `native height ${nativeHeight}`,
    height && `height ${height}`,
    strength !== undefined && `strength ${strength} %`,
  ].filter(Boolean).map((words) => `, ${words}`).join('');
  return status.losses?.length ? `${settled}; as allowed: ${status.losses.join(', ')}` : settled;
}

function clock(seconds) {
  const whole = Math.ceil(seconds);
  const two = (number) => String(number).padStart(2, '0');
  const minutes = Math.floor(whole / 60);
  return minutes < 60
    ? `${minutes}:${two(whole % 60)}`
    : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(whole % 60)}`;
}

function itemOf(status) {
  let item = items.get(status.job);
  if (!item) {
    const element = template.content.firstElementChild.cloneNode(true);
    item = { element, acceptedAt: status.acceptedAt };
    element.querySelector('button').addEventListener('click', () => cancel(status.job));
    prepareComparison(element.querySelector('.comparison'), status.job);
    prepareTimeline(element.querySelector('.computed'), `${pathOf(status.job)}/drawings.json`);
    items.set(status.job, item);
    const next = [...list.children].find((other) => other.dataset.acceptedAt < status.acceptedAt);
    element.dataset.acceptedAt = status.acceptedAt;
    list.insertBefore(element, next ?? null);
  }
  return item;
}

/** Names and reasons come from strangers: they are set as text, never as markup. */
function show(status) {
  const item = itemOf(status);
  const element = item.element;
  const ended = ENDED.has(status.state);
  element.dataset.state = status.state;
  element.toggleAttribute('data-ended', ended);
  element.querySelector('h2').textContent = status.name;
  element.querySelector('.state').textContent = WORDS[status.state] ?? status.state;
  element.querySelector('.figures').textContent = figures(status, item);
  element.querySelector('.notes').textContent = (status.notes ?? []).join(' ');
  const bar = element.querySelector('progress');
  if (status.framesTotal) bar.value = status.framesDone / status.framesTotal;
  const report = element.querySelector('a.report');
  report.hidden = !status.verification;
  report.href = `${pathOf(status.job)}/verification.html`;
  const link = element.querySelector('a.film');
  link.hidden = status.state !== 'REMASTERED';
  link.href = `${pathOf(status.job)}/result`;
  element.querySelector('.comparison').hidden = status.state !== 'REMASTERED';
  element.querySelector('.computed').hidden = status.state !== 'REMASTERED';
  element.querySelector('button').hidden = ended;
  document.getElementById('none').hidden = true;
}

function pathOf(job) {
  return `api/v1/jobs/${encodeURIComponent(job)}`;
}

/** The pictures are fetched when they are first asked for. The divider follows the pointer, and the slider. */
function prepareComparison(details, job) {
  const pair = details.querySelector('.pair');
  const [after, before] = pair.querySelectorAll('img');
  const line = pair.querySelector('.line');
  const slider = details.querySelector('input[type=range]');
  const divide = () => {
    const left = pair.scrollLeft + (slider.value / 100) * pair.clientWidth;
    before.style.clipPath = `inset(0 calc(100% - ${left}px) 0 0)`;
    line.style.left = `${left}px`;
  };
  details.addEventListener('toggle', () => {
    if (after.src) return;
    after.src = `${pathOf(job)}/after.png`;
    before.src = `${pathOf(job)}/before.png`;
  });
  after.addEventListener('load', () => {
    pair.scrollTo((pair.scrollWidth - pair.clientWidth) / 2, (pair.scrollHeight - pair.clientHeight) / 2);
    divide();
  });
  after.addEventListener('error', () => { details.replaceChildren('There is no picture of this film.'); });
  pair.addEventListener('pointermove', (event) => {
    slider.value = (100 * (event.clientX - pair.getBoundingClientRect().left)) / pair.clientWidth;
    divide();
  });
  pair.addEventListener('scroll', divide);
  slider.addEventListener('input', divide);
  details.querySelector('input[type=checkbox]').addEventListener('change', (event) => {
    details.classList.toggle('whole', event.target.checked);
    divide();
  });
}

async function cancel(job) {
  const response = await fetch(pathOf(job), { method: 'DELETE' });
  if (!response.ok) problem.textContent = await reasonOf(response.text());
}

async function reasonOf(text) {
  const body = await text;
  try {
    return JSON.parse(body).detail ?? body;
  } catch {
    return body || 'the platform did not say why';
  }
}

/** XMLHttpRequest, since fetch does not tell how much of a body was sent. */
function send(film, model) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const query = new URLSearchParams({ name: film.name, model });
    request.open('POST', `api/v1/jobs?${query}`);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    const sent = document.getElementById('sent');
    sent.hidden = false;
    request.upload.addEventListener('progress', (event) => { sent.value = event.loaded / event.total; });
    request.addEventListener('loadend', () => { sent.hidden = true; });
    request.addEventListener('load', () => (request.status < 300 ? resolve() : reject(request.responseText)));
    request.addEventListener('error', () => reject('the platform does not answer'));
    request.send(film);
  });
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const button = form.querySelector('button');
  button.disabled = true;
  problem.textContent = '';
  try {
    await send(form.elements.film.files[0], form.elements.model.value);
    form.reset();
  } catch (text) {
    problem.textContent = await reasonOf(text);
  } finally {
    button.disabled = false;
  }
});

async function listModels() {
  const models = await (await fetch('api/v1/models')).json();
  form.elements.model.replaceChildren(
    ...models.map((model) => new Option(model.name, model.name, model.isDefault, model.isDefault)));
}

function listen() {
  const connection = document.getElementById('connection');
  const events = new EventSource('api/v1/jobs/events');
  events.addEventListener('open', () => { connection.textContent = ''; });
  events.addEventListener('error', () => { connection.textContent = 'The platform does not answer; trying again.'; });
  events.addEventListener('message', (event) => show(JSON.parse(event.data)));
}

listModels().catch(() => { problem.textContent = 'The networks could not be listed; load the page again.'; });
listen();
