// Times libical on the file of ten thousand events: reading it, and building and writing it anew.
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1000.0 + t.tv_nsec / 1e6;
}

int main(int count, char **arguments) {
  FILE *file = fopen(arguments[1], "r");
  fseek(file, 0, SEEK_END);
  long size = ftell(file);
  rewind(file);
  char *text = calloc(size + 1, 1);
  if (fread(text, 1, size, file) != (size_t)size) return 1;

  double read = 1e9, write = 1e9;
  for (int round = 0; round < 5; round++) {
    double start = now();
    icalcomponent *parsed = icalparser_parse_string(text);
    if (now() - start < read) read = now() - start;
    icalcomponent_free(parsed);

    start = now();
    icalcomponent *calendar = icalcomponent_new(ICAL_VCALENDAR_COMPONENT);
    for (int index = 0; index < 10000; index++) {
      char uid[64], summary[96];
      snprintf(uid, sizeof uid, "shift.%d@team.rota", index);
      snprintf(summary, sizeof summary, "Service tasks: Engineer %d, on duty", index);
      struct icaltimetype time = icaltime_from_string("20270104T090000");
      icaltime_adjust(&time, index % 3000, 0, 0, 0);
      icalproperty *from = icalproperty_new_dtstart(time), *to = icalproperty_new_dtend(time);
      icalproperty_add_parameter(from, icalparameter_new_tzid("Europe/Berlin"));
      icalproperty_add_parameter(to, icalparameter_new_tzid("Europe/Berlin"));
      icalcomponent_add_component(
          calendar,
          icalcomponent_vanew(
              ICAL_VEVENT_COMPONENT, icalproperty_new_uid(uid),
              icalproperty_new_dtstamp(icaltime_from_string("20261201T000000Z")), from, to,
              icalproperty_new_summary(summary),
              icalproperty_new_description("Before: Someone Else.\nAfter: Another Person; see the "
                                           "page, which is long."),
              icalproperty_new_categories("Rota,Service tasks"),
              icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT), icalproperty_new_sequence(0), (void *)0));
    }
    char *written = icalcomponent_as_ical_string_r(calendar);
    if (now() - start < write) write = now() - start;
    free(written);
    icalcomponent_free(calendar);
  }
  printf("libical    read %8.1f ms   write %8.1f ms\n", read, write);
}
