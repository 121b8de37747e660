/* Made by `rota publish`: it is written anew. */
(function () {
  "use strict";
  var days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
  var months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

  function two(number) { return (number < 10 ? "0" : "") + number; }

  // What the visitor's clock shows, as the team's is written: Mon 4 Jan 2027, 09:30.
  function local(seconds) {
    var time = new Date(seconds * 1000);
    return days[time.getDay()] + " " + time.getDate() + " " + months[time.getMonth()] + " " +
      time.getFullYear() + ", " + two(time.getHours()) + ":" + two(time.getMinutes());
  }

  function add(parent, tag, text) {
    var element = document.createElement(tag);
    element.textContent = text;
    parent.appendChild(element);
    return element;
  }

  function say(parent, text) { parent.appendChild(document.createTextNode(text)); }

  // A moment in the visitor's zone, the team's clock beside it.
  function sayTime(parent, seconds, data) {
    var team = data.clock[seconds], mine = local(seconds);
    add(parent, "time", mine).setAttribute("datetime", new Date(seconds * 1000).toISOString());
    say(parent, team === mine ? " (" + data.zone + ")"
      : " your time (" + team + " in " + data.zone + ")");
  }

  function sayPerson(parent, stretch) {
    add(parent, "bdi", stretch.name);
    if (stretch["for"]) { say(parent, " for "); add(parent, "bdi", stretch["for"]); }
  }

  function sayDuty(box, duty, data, now) {
    var current = null, next = null, last = null;
    duty.stretches.forEach(function (stretch) {
      if (stretch.from <= now && now < stretch.to) { current = stretch; }
      if (stretch.from > now && stretch.name && !next) { next = stretch; }
      last = !last || stretch.to > last ? stretch.to : last;
    });
    var who = box.querySelector(".who"), until = box.querySelector(".until"),
      coming = box.querySelector(".next");
    [who, until, coming].forEach(function (line) { line.textContent = ""; });
    if (current && current.name) {
      sayPerson(who, current);
    } else if (current) {
      say(who, current.closed ? "Closed" : "Nobody");
    } else if (last === null || now >= last) {
      say(who, "Nobody known");
    } else {
      say(who, duty.stretches[0].from > now ? "Not yet" : "Nobody");
    }
    add(until, "bdi", duty.name);
    if (current) {
      say(until, (current.name ? "" : current.closed ? ": the week is closed" : ": the shift is open") + " until ");
      sayTime(until, current.to, data);
    } else if (last === null || now >= last) {
      say(until, data.until ? ": this page knows shifts until " + data.until : ": this page knows no shifts");
    } else {
      say(until, duty.stretches[0].from > now ? ": before the first shift on this page" : ": no rota on file holds this time");
    }
    if (next) {
      say(coming, "Next: ");
      sayPerson(coming, next);
      say(coming, " from ");
      sayTime(coming, next.from, data);
    } else if (last !== null && now < last) {
      say(coming, "Next: not known; this page knows shifts until " + data.until);
    }
  }

  function fillNow(now) {
    var source = document.getElementById("duties-data");
    if (!source) { return; }
    var data = JSON.parse(source.textContent);
    data.rotations.forEach(function (duty) {
      var boxes = document.querySelectorAll("#now .duty");
      Array.prototype.forEach.call(boxes, function (box) {
        if (box.getAttribute("data-rotation") === duty.rotation) { sayDuty(box, duty, data, now); }
      });
    });
  }

  function drawToday(now) {
    var drawing = document.querySelector("svg.timeline[data-from]");
    if (!drawing) { return; }
    var old = drawing.querySelector(".today");
    if (old) { drawing.removeChild(old); }
    var from = Date.parse(drawing.getAttribute("data-from")) / 1000, to = Date.parse(drawing.getAttribute("data-to")) / 1000;
    if (now < from || now >= to) { return; }
    var left = drawing.getAttribute("data-left") / 100;
    var x = (left + (100 - left) * (now - from) / (to - from)).toFixed(2) + "%";
    var line = document.createElementNS("http://www.w3.org/2000/svg", "line");
    line.setAttribute("class", "today");
    line.setAttribute("x1", x);
    line.setAttribute("x2", x);
    line.setAttribute("y1", "34");
    line.setAttribute("y2", drawing.getAttribute("height"));
    drawing.appendChild(line);
  }

  // The list of a narrow screen has no line: the week that is now says so.
  function markWeek(now) {
    Array.prototype.forEach.call(document.querySelectorAll(".weeks > li"), function (week) {
      var from = Date.parse(week.getAttribute("data-from")) / 1000, to = Date.parse(week.getAttribute("data-to")) / 1000;
      if (from <= now && now < to) {
        week.setAttribute("aria-current", "date");
      } else {
        week.removeAttribute("aria-current");
      }
    });
  }

  function markNext(now) {
    var found = false;
    Array.prototype.forEach.call(document.querySelectorAll("table.duties tr[data-from]"), function (row) {
      var from = Date.parse(row.getAttribute("data-from")) / 1000;
      var to = Date.parse(row.getAttribute("data-to")) / 1000;
      var words = from <= now && now < to ? "on duty now" : from > now && !found ? "next" : "";
      if (words === "next") { found = true; }
      row.querySelector(".when").textContent = words;
      row.className = words ? "current" : to <= now ? "past" : "";
    });
  }

  function fill() {
    var now = Date.now() / 1000;
    fillNow(now);
    drawToday(now);
    markWeek(now);
    markNext(now);
  }

  // The arrows move through the timeline from cell to cell that says something.
  function moveByArrows(table) {
    table.addEventListener("keydown", function (event) {
      var cell = event.target;
      var step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
      if (!step || cell.tagName !== "TD") { return; }
      event.preventDefault();
      var row = cell.parentNode.rowIndex, column = cell.cellIndex;
      for (;;) {
        row += step[0];
        column += step[1];
        var next = table.rows[row] && table.rows[row].cells[column];
        if (!next || row < 1 || column < 1) { return; }
        if (next.hasAttribute("tabindex")) {
          cell.setAttribute("tabindex", "-1");
          next.setAttribute("tabindex", "0");
          next.focus();
          return;
        }
      }
    });
  }

  // Tables move while their rows are read: the style sheet hides them until all is there.
  document.documentElement.className = "reading";

  // Each part is filled as soon as the reader has built it, before anything of it is shown.
  var parts = [["#now + *", fillNow], ["svg.timeline + *", drawToday],
    [".timeline-part + *", markWeek], ["section[aria-labelledby=duties] + *", markNext]];
  function fillNew() {
    parts = parts.filter(function (part) {
      if (!document.querySelector(part[0])) { return true; }
      part[1](Date.now() / 1000);
      return false;
    });
  }
  var reader = new MutationObserver(fillNew);
  reader.observe(document, { childList: true, subtree: true });
  document.addEventListener("DOMContentLoaded", function () {
    reader.disconnect();
    document.documentElement.className = "";
    fill();
    Array.prototype.forEach.call(document.querySelectorAll("table.behind"), moveByArrows);
    setInterval(fill, 30000);
    document.addEventListener("visibilitychange", fill);
  });
})();
