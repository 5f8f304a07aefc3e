'use strict';

const NAMESPACE = 'http://www.w3.org/2000/svg';
const WIDTH = 1000;
const BARS = 100;
const STRIP = 10;
const HEIGHT = 114;

/** What is drawn of a column from the bottom to the top, and its name in drawings.json. */
const BAR_KINDS = [['start', 'chunkStart'], ['whole', 'whole'], ['part', 'part'], ['unknown', 'unknown']];

/** Shows what was computed of a film when it is first asked for. */
function prepareTimeline(details, address) {
  const reading = details.querySelector('.reading');
  const figure = details.querySelector('figure');
  details.addEventListener('toggle', async () => {
    if (!details.open || reading.textContent) return;
    try {
      const response = await fetch(address);
      if (!response.ok) {
        reading.textContent = await reasonOf(response.text());
        return;
      }
      const timeline = await response.json();
      reading.textContent = timeline.summary;
      drawTimeline(figure, timeline);
      figure.hidden = false;
    } catch {
      details.open = false;
      problem.textContent = 'The platform does not answer; open it again.';
    }
  });
}

function drawTimeline(figure, timeline) {
  const { columns, frames } = timeline;
  const svg = figure.querySelector('svg');
  svg.setAttribute('aria-label', timeline.description);
  const below = columns.map(() => 0);
  for (const [kind, share] of BAR_KINDS) {
    addPath(svg, kind, columns.map((column, i) => {
      const height = BARS * (column[share] ?? 0);
      below[i] += height;
      return rectangle(i, columns.length, BARS - below[i], height);
    }));
  }
  addPath(svg, 'held', columns.map((column, i) => {
    const height = STRIP * (column.held ?? 0);
    return rectangle(i, columns.length, HEIGHT - height, height);
  }));
  addPath(svg, 'mark', timeline.chunkStarts.map((frame) => `M${((WIDTH * frame) / frames).toFixed(2)} 0V${HEIGHT}`));
  figure.querySelector('.legend .held').parentElement.hidden = !timeline.heldFrames;
  figure.querySelector('.legend .unknown').parentElement.hidden = !timeline.unknownFrames;
  figure.querySelector('.legend .mark').parentElement.hidden = !timeline.chunkStarts.length;
  figure.querySelectorAll('.times span').forEach((element, i) => {
    element.textContent = clock(Math.round(timeline.seconds[i]));
  });
}

function rectangle(column, columns, top, height) {
  if (!height) return '';
  const left = ((WIDTH * column) / columns).toFixed(2);
  const width = (WIDTH / columns).toFixed(2);
  return `M${left} ${top.toFixed(2)}h${width}v${height.toFixed(2)}h-${width}z`;
}

function addPath(svg, kind, outlines) {
  const path = document.createElementNS(NAMESPACE, 'path');
  path.setAttribute('class', kind);
  path.setAttribute('d', outlines.join(''));
  svg.append(path);
}
