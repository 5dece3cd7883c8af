import SohieuCommands

await SohieuCommand.start()
