// Expands rules with libical: "DTSTART RRULE MAX" a line in, its instances a line out.
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
  char line[8192];
  while (fgets(line, sizeof line, stdin)) {
    char *start = strtok(line, " \n"), *text = strtok(NULL, " \n"), *most = strtok(NULL, " \n");
    struct icalrecurrencetype rule = icalrecurrencetype_from_string(text);
    icalrecur_iterator *instances =
        icalrecur_iterator_new(rule, icaltime_from_string(start));
    if (!instances) {
      puts("ERR");
      continue;
    }
    struct icaltimetype time;
    for (int count = atoi(most); count > 0; count--) {
      time = icalrecur_iterator_next(instances);
      if (icaltime_is_null_time(time) || time.year >= 2031) break;
      printf("%s ", icaltime_as_ical_string(time));
    }
    puts("");
    icalrecur_iterator_free(instances);
  }
}
