/* Ends with 0 if the server of this container is ready, else with 1: a health check for an image without a shell. */
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

int main(void) {
    const char *port = getenv("PORT");
    int number = port == NULL ? 8080 : atoi(port);
    if (number < 1 || number > 65535) {
        return 1;
    }
    int connection = socket(AF_INET, SOCK_STREAM, 0);
    if (connection < 0) {
        return 1;
    }
    struct timeval limit = {.tv_sec = 2};
    setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    setsockopt(connection, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
    struct sockaddr_in server = {.sin_family = AF_INET, .sin_port = htons((unsigned short)number)};
    server.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (connect(connection, (struct sockaddr *)&server, sizeof server) != 0) {
        return 1;
    }
    const char question[] = "GET /q/health/ready HTTP/1.0\r\nHost: localhost\r\n\r\n";
    if (write(connection, question, sizeof question - 1) != (ssize_t)(sizeof question - 1)) {
        return 1;
    }
    char answer[16];
    size_t have = 0;
    while (have < 12) {
        ssize_t got = read(connection, answer + have, sizeof answer - 1 - have);
        if (got <= 0) {
            return 1;
        }
        have += (size_t)got;
    }
    return memcmp(answer, "HTTP/1.", 7) == 0 && memcmp(answer + 8, " 200", 4) == 0 ? 0 : 1;
}
