// RotaCommands
